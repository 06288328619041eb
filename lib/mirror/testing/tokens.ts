import type { Kysely } from 'kysely'
import type { Tables } from '../../dashboard-database/tables.ts'
import { management } from '../../management/management'

/** A client of the tenant of the environment that asks for tokens for an API of its own. */
export async function newWorker() {
  const audience = `urn:${crypto.randomUUID()}`
  const { client_id = '', client_secret = '' } = await management((api) =>
    api.clients.create({ name: 'worker', app_type: 'non_interactive', grant_types: ['client_credentials'] }),
  )
  await management((api) =>
    api.resourceServers.create({ identifier: audience, name: 'Orders', signing_alg: 'HS256' }),
  )
  await management((api) => api.clientGrants.create({ client_id, audience, scope: [] }))
  const form = { grant_type: 'client_credentials', client_id, client_secret, audience }
  return {
    clientId: client_id,
    /** What was observed of its tokens, and of no others: those that the tests manage the tenant with are in the log too. */
    tokens: (db: Kysely<Tables>) =>
      db
        .selectFrom('observed_tokens')
        .where('client_id', '=', client_id)
        .select(['issued', 'last_at'])
        .executeTakeFirst(),
    async ask() {
      const url = new URL('/oauth/token', process.env.AUTH0_DOMAIN)
      const { ok, status } = await fetch(url, { method: 'POST', body: new URLSearchParams(form) })
      if (!ok) throw new Error(`The tenant refused a token (${status})`)
    },
  }
}
