import type { IncomingMessage } from 'node:http'
import { clientAddress } from './oidc/client-address.ts'
import type { NewLog } from './storage/storage.ts'
import { type Tenant, tenantName } from './tenant.ts'

const longestAgent = 1024
/** Auth0 shows the first 64 characters of a longer one, https://auth0.com/docs/api/management/v2 */
const longestCorrelationId = 64
const longestAuth0Client = 4096

/** What one kind of event adds to what all of them say. */
type Particulars = Omit<Partial<NewLog>, 'type'> & { type: string }

/**
 * An entry of the tenant's log: `particulars` (its `type` at least), and what every entry tells about the request
 * behind it: when, from where, by which program, to which tenant.
 */
export function eventOf(
  request: IncomingMessage,
  { issuer }: Pick<Tenant, 'issuer'>,
  { type, ...particulars }: Particulars,
): NewLog {
  const agent = text(request.headers['user-agent']).slice(0, longestAgent)
  const correlationId = text(request.headers['x-correlation-id']).slice(0, longestCorrelationId)
  const auth0Client = decoded(text(request.headers['auth0-client']))
  return {
    date: new Date().toISOString(),
    type,
    ip: clientAddress(request, issuer),
    ...(agent && { user_agent: agent, isMobile: /Mobi/i.test(agent) }),
    hostname: new URL(issuer).hostname,
    tenant_name: tenantName({ issuer }),
    ...(auth0Client && { auth0_client: auth0Client }),
    ...(correlationId && { references: { correlation_id: correlationId } }),
    ...particulars,
  }
}

const text = (header: string | string[] | undefined) => String(header ?? '')

/** The `Auth0-Client` header, in which an SDK names itself: base64 of JSON. Anything else counts as not sent. */
function decoded(header: string): object | undefined {
  if (!header || header.length > longestAuth0Client) return undefined
  try {
    const value: unknown = JSON.parse(Buffer.from(header, 'base64').toString())
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}
