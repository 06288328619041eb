import type { Exchange } from '../../storage/storage.ts'
import type { Tenant } from '../../tenant.ts'
import { apiIdentifier } from '../audience.ts'
import { allowedOrigins } from '../client-metadata.ts'
import type { ClientThrottle } from '../client-throttle.ts'
import { invalidRequest, Refusal } from '../refusal.ts'
import type { Attempt } from './attempt.ts'
import { isAuthentic } from './is-authentic.ts'
import { presented } from './presented.ts'

/**
 * Lets in who proves to be one of the tenant's clients, and hands on what the storage knows about it and the API it
 * asked for. Throws a Refusal (400, 401 or 429).
 */
export async function authenticate(
  attempt: Attempt,
  tenant: Tenant,
  throttle: ClientThrottle,
): Promise<Exchange> {
  const { issuer, storage } = tenant
  const { request, parameters } = attempt
  const proof = presented(request, parameters)
  throttle.check(request, proof)
  attempt.clientId = proof.clientId

  const audience = apiIdentifier(issuer, parameters.get('audience') ?? '')
  const found = await storage.exchange.find(proof.clientId, audience)
  if (!(await isAuthentic(tenant, found?.client, proof)) || !found) {
    throttle.fail(request, proof)
    throw unauthorized(attempt, issuer)
  }
  attempt.client = found.client
  checkOrigin(attempt, found.client)
  return found
}

/** RFC 6749 section 5.2: whoever used the Authorization header is told so in the header's own terms. */
function unauthorized({ request }: Attempt, issuer: string) {
  const challenge = `Basic realm="${issuer}", error="invalid_client", error_description="client authentication failed"`
  return new Refusal({
    status: 401,
    error: 'access_denied',
    description: 'Unauthorized',
    headers: request.headers.authorization ? { 'WWW-Authenticate': challenge } : {},
  })
}

/** A browser may only read what the client's allowed origins are meant to see. */
function checkOrigin({ request, headers }: Attempt, client: Exchange['client']) {
  const { origin } = request.headers
  if (!origin || allowedOrigins(client).includes(origin)) return
  delete headers['Access-Control-Allow-Origin']
  throw invalidRequest(`origin ${origin} not allowed for client: ${client.client_id}`)
}
