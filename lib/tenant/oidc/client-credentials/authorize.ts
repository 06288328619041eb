import type { StoredClient, StoredClientGrant, StoredResourceServer } from '../../storage/storage.ts'
import { accessDenied, Refusal } from '../refusal.ts'

// RFC 6749 section 3.3
const scopeSyntax = /^[\x21\x23-\x5B\x5D-\x7E]+(?: [\x21\x23-\x5B\x5D-\x7E]+)*$/

/** Throws a Refusal (403) for a client whose grant types leave this one out. */
export function checkGrantType({ grant_types }: StoredClient) {
  if (grant_types?.includes('client_credentials')) return
  throw new Refusal({
    status: 403,
    error: 'unauthorized_client',
    description: "Grant type 'client_credentials' not allowed for the client.",
    uri: 'https://auth0.com/docs/clients/client-grant-types',
  })
}

/**
 * The scopes of the token: those asked for, or all that the grant allows when none is. Throws a Refusal when the
 * client has no grant for the API, the API is closed to machines, or a scope is beyond the grant.
 */
export function authorizedScope(
  api: StoredResourceServer,
  grant: StoredClientGrant | undefined,
  { audience, scope }: { audience: string; scope: string | undefined },
): string {
  if (!grant || isClosed(api)) {
    throw accessDenied(
      `Client is not authorized to access "${audience}". You need to create a "client-grant" associated to this API. See: https://auth0.com/docs/api/v2#!/Client_Grants/post_client_grants`,
    )
  }
  const granted = grantedScopes(grant, api)
  if (scope === undefined) return [...granted].join(' ')

  if (!scopeSyntax.test(scope)) {
    throw new Refusal({
      status: 400,
      error: 'invalid_scope',
      description: 'scope contains invalid characters',
    })
  }
  const requested = new Set(scope.split(' '))
  const refused = [...requested].filter((value) => !granted.has(value))
  if (refused.length) throw accessDenied(`Client has not been granted scopes: ${refused.join(', ')}`)
  return [...requested].join(' ')
}

const isClosed = ({ subject_type_authorization: policies }: StoredResourceServer) =>
  policies?.client?.policy === 'deny_all'

/** What the grant allows of what the API still defines. */
function grantedScopes(grant: StoredClientGrant, api: StoredResourceServer) {
  const defined = new Set(api.scopes?.map(({ value }) => value))
  return grant.allow_all_scopes ? defined : new Set(grant.scope?.filter((scope) => defined.has(scope)))
}
