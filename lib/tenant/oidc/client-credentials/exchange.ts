import type { Exchange, StoredSigningKey } from '../../storage/storage.ts'
import type { Tenant } from '../../tenant.ts'
import { signAccessToken } from '../access-token.ts'
import { apiIdentifier } from '../audience.ts'
import type { ClientThrottle } from '../client-throttle.ts'
import { accessDenied, invalidRequest } from '../refusal.ts'
import type { Attempt } from './attempt.ts'
import { authenticate } from './authenticate.ts'
import { authorizedScope, checkGrantType } from './authorize.ts'
import { takeQuota } from './quota.ts'
import { checkOrganization, requestedAudience } from './requested.ts'

export type Services = {
  tenant: Tenant
  throttle: ClientThrottle
  /** The key that signs, as of this version of the tenant's keys or later. */
  currentKey(version: number): Promise<StoredSigningKey>
}

/** A token for a client that may have it, as the body of an answer. Throws a Refusal. */
export async function exchange(attempt: Attempt, { tenant, throttle, currentKey }: Services) {
  const { parameters } = attempt
  if (parameters.repeated) {
    throw invalidRequest(`'${parameters.repeated}' parameter must not be provided twice`)
  }
  const found = await authenticate(attempt, tenant, throttle)
  checkGrantType(found.client)

  attempt.audience = requestedAudience(parameters, found)
  const { api, grant } = parameters.get('audience') ? found : await findAgain(tenant, attempt.audience, found)
  if (!api) throw accessDenied(`Service not found: ${attempt.audience}`)
  checkOrganization(parameters, grant)
  const scope = authorizedScope(api, grant, { audience: attempt.audience, scope: parameters.get('scope') })
  attempt.scope = scope
  await takeQuota(attempt, found, tenant)

  const grantee = { clientId: found.client.client_id, scope }
  const { token, jti } = await signAccessToken(api, grantee, {
    issuer: tenant.issuer,
    currentKey: await currentKey(found.keyVersion),
  })
  attempt.jti = jti
  return {
    access_token: token,
    ...(scope && { scope }),
    expires_in: api.token_lifetime,
    token_type: 'Bearer',
  }
}

/** Most requests name their `audience`, whose API is found together with the client; this is for the others. */
async function findAgain({ issuer, storage }: Tenant, audience: string, { client }: Exchange) {
  const found = await storage.exchange.find(client.client_id, apiIdentifier(issuer, audience))
  return { api: found?.api, grant: found?.grant }
}
