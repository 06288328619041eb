import { eventOf } from '../../event.ts'
import type { NewLog } from '../../storage/storage.ts'
import type { Tenant } from '../../tenant.ts'
import type { Refusal } from '../refusal.ts'
import type { Attempt } from './attempt.ts'

// What a caller writes ends up in the log: no more of it than a client id or a sentence takes.
const longestId = 64
const longestText = 1024

/** What the tenant's log says of an attempt: `seccft` when it got a token, `feccft` when it was refused. */
export function exchangeEvent(attempt: Attempt, tenant: Tenant, refusal?: Refusal): NewLog {
  const { request, clientId = '', client, audience, scope, jti } = attempt
  return eventOf(request, tenant, {
    type: refusal ? 'feccft' : 'seccft',
    description: refusal ? refusal.message.slice(0, longestText) : 'Client Credentials for Access Token',
    client_id: clientId.slice(0, longestId),
    ...(client && { client_name: client.name }),
    ...(audience && { audience: audience.slice(0, longestText) }),
    ...(scope && { scope }),
    details: { actions: { executions: [] }, ...(jti && { access_token_jti: jti }) },
  })
}
