import { hash, timingSafeEqual } from 'node:crypto'
import type { StoredClient } from '../../storage/storage.ts'
import type { Tenant } from '../../tenant.ts'
import { usesAssertions } from '../assertion-credentials.ts'
import type { Presented } from './presented.ts'
import { verifyAssertion } from './verify-assertion.ts'

/**
 * Whether what was presented proves that it comes from this client. A secret takes the same time to check whether it
 * is wrong, the client is unknown, or the client has none.
 */
export async function isAuthentic(
  tenant: Tenant,
  client: StoredClient | undefined,
  { secret = '', assertion }: Presented,
): Promise<boolean> {
  if (assertion)
    return client !== undefined && usesAssertions(client) && verifyAssertion(tenant, client, assertion)

  const isRight = isEqual(secret, client?.client_secret ?? '')
  return isRight && client !== undefined && authenticatesBySecret(client)
}

/** RFC 6749 section 4.4 has the grant for confidential clients only. Basic and post are the same to Auth0. */
const authenticatesBySecret = (client: StoredClient) =>
  Boolean(client.client_secret) &&
  !client.client_authentication_methods &&
  client.token_endpoint_auth_method !== 'none'

const digest = (text: string) => hash('sha256', text, 'buffer')
const isEqual = (a: string, b: string) => timingSafeEqual(digest(a), digest(b))
