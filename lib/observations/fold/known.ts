import type { Kysely } from 'kysely'
import type { Tables } from '../../dashboard-database/tables.ts'
import type { TokenEvent } from '../token-event.ts'

/**
 * A token event after it was told whether the tenant has what it names: `audience` is empty for an API that it has
 * not, `clientId` for a client that it has not, which then `claimed` to be one.
 */
export type KnownEvent = TokenEvent & { claimed: string }

/**
 * The events, in their order, with what the tenant is not known to have taken out of them. It has what the mirror
 * has, what it issued a token for, and what it made sure of before it refused one. Whoever guesses ids and audiences
 * fills no table.
 */
export async function withKnownParties(
  trx: Kysely<Tables>,
  events: readonly TokenEvent[],
): Promise<KnownEvent[]> {
  const clients = await knownClients(trx, [...new Set(events.map(({ clientId }) => clientId))])
  const apis = await knownApis(trx, [...new Set(events.map(({ audience }) => audience))])
  return events.map((event) => {
    if (proves(event, 'client')) clients.add(event.clientId)
    if (proves(event, 'api')) apis.add(event.audience)
    return {
      ...event,
      claimed: event.clientId,
      clientId: clients.has(event.clientId) ? event.clientId : '',
      audience: clients.has(event.clientId) && apis.has(event.audience) ? event.audience : '',
    }
  })
}

const proves = (event: TokenEvent, what: 'client' | 'api') =>
  event.outcome === 'issued' || event.proves.includes(what)

async function knownClients(trx: Kysely<Tables>, ids: string[]): Promise<Set<string>> {
  const rows = await trx
    .selectFrom('observed_tokens')
    .select('client_id')
    .where('client_id', 'in', ids)
    .union(trx.selectFrom('observed_failures').select('client_id').where('client_id', 'in', ids))
    .union(trx.selectFrom('clients').select('id as client_id').where('id', 'in', ids))
    .execute()
  return new Set(rows.map(({ client_id }) => client_id))
}

async function knownApis(trx: Kysely<Tables>, audiences: string[]): Promise<Set<string>> {
  const rows = await trx
    .selectFrom('observed_tokens')
    .select('audience')
    .where('audience', 'in', audiences)
    .union(trx.selectFrom('observed_failures').select('audience').where('audience', 'in', audiences))
    .union(trx.selectFrom('apis').select('identifier as audience').where('identifier', 'in', audiences))
    .execute()
  return new Set(rows.map(({ audience }) => audience).filter(Boolean))
}
