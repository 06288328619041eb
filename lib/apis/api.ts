import type { Management } from 'auth0'

/** What a token may allow at an API. */
export type Scope = { value: string; description: string }

/** Whose grants list a scope, and how many allow all scopes. */
export type ScopeImpact = { clients: { id: string; name: string }[]; allScopes: number }

/** An API as the tenant knows it: a resource server. Never carries its signing secret. */
export type Api = {
  id: string
  name: string
  /** The `audience` of its tokens; never changes. */
  identifier: string
  /** `RS256`, `HS256`, or another the tenant supports. */
  signingAlgorithm: string
  /** Seconds. */
  tokenLifetime: number
  scopes: Scope[]
  /** The Auth0 Management API itself. */
  isSystem: boolean
}

/** An API as it stands in a list, where only the number of its scopes is told. */
export type ListedApi = Omit<Api, 'scopes'> & { scopeCount: number }

/** Entity limit of Auth0: https://auth0.com/docs/troubleshoot/customer-support/operational-policies/entity-limit-policy */
export const maxScopes = 1000

/** Every field the SDK returns is optional; ours are not. */
export function toApi(api: Management.ResourceServer): Api {
  if (!api.id || !api.identifier) throw new TypeError('The Management API returned an API without an id')
  return {
    id: api.id,
    name: api.name || api.identifier,
    identifier: api.identifier,
    signingAlgorithm: api.signing_alg ?? 'RS256',
    tokenLifetime: api.token_lifetime ?? 86_400,
    scopes: (api.scopes ?? []).map(({ value, description }) => ({ value, description: description ?? '' })),
    isSystem: api.is_system ?? false,
  }
}
