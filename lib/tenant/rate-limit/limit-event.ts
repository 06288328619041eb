import type { IncomingMessage } from 'node:http'
import { eventOf } from '../event.ts'
import type { Tenant } from '../tenant.ts'

export const limitReached = 'Global limit has been reached'

/** Notes in the tenant's log that a limit was reached; at most once a minute for each kind, as Auth0 does. */
export async function noteLimitReached(
  tenant: Tenant,
  kind: string,
  request: IncomingMessage,
  client: { client_id?: string },
) {
  const endsAt = (Math.floor(Date.now() / 60_000) + 1) * 60
  const { taken } = await tenant.storage.counters.take(`api_limit ${kind}`, { limit: 1, endsAt })
  if (!taken) return
  const path = request.url?.split('?')[0]
  const details = { request: { method: request.method?.toLowerCase(), path }, response: {} }
  tenant.events.note(
    eventOf(request, tenant, { type: 'api_limit', description: limitReached, ...client, details }),
  )
}
