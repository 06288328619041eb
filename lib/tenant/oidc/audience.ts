import { managementAudience } from '../tenant.ts'

/**
 * The identifier of the API that an `audience` names. Auth0's SDKs ask for the Management API in https whatever the
 * tenant's scheme.
 */
export function apiIdentifier(issuer: string, audience: string): string {
  const management = managementAudience(issuer)
  return audience === management.replace(/^http:/, 'https:') ? management : audience
}
