import type { Exchange, StoredClientGrant } from '../../storage/storage.ts'
import type { Parameters } from '../parameters.ts'
import { accessDenied, invalidRequest } from '../refusal.ts'

/**
 * What the token is asked for: `audience`, else `resource` where the tenant's `resource_parameter_profile` takes it,
 * else the tenant's default. Throws a Refusal when none of them says.
 */
export function requestedAudience({ get }: Parameters, { settings }: Exchange): string {
  const resource = settings.resource_parameter_profile === 'compatibility' ? get('resource') : undefined
  const audience = get('audience') ?? resource ?? settings.default_audience
  if (audience) return audience
  throw accessDenied('Non-global clients are not allowed access to APIv1')
}

/** There are no organizations here: asking for one, or having a grant that insists on one, is refused. */
export function checkOrganization({ get }: Parameters, grant: StoredClientGrant | undefined) {
  if (get('organization')) throw invalidRequest('parameter organization is not allowed for this client')
  if (grant?.organization_usage === 'require') {
    throw invalidRequest('parameter organization is required for this client')
  }
}
