import type { Management } from 'auth0'

/** What a client may do at an API, as the page and the write path compare it. */
export type Access = {
  scope: string[]
  /** Every scope the API defines, also those it will define later; `scope` is empty then. */
  allScopes: boolean
}

/** What authorizing grants unless scopes are chosen: all, but none of the system API, whose scopes control the tenant. */
export const accessAtOnce = (api: { isSystem: boolean; scopes: readonly { value: string }[] }): Access => ({
  scope: api.isSystem ? [] : api.scopes.map(({ value }) => value),
  allScopes: false,
})

/** A client with its access to the API that is looked at. */
export type AuthorizedClient = Access & { id: string; name: string }

/** A client grant: this client may ask for tokens for this audience. */
export type Grant = Access & {
  id: string
  clientId: string
  audience: string
  /** Made by the tenant itself; nobody can change it. */
  isSystem: boolean
  /** Only for token requests that name an organization. */
  needsOrganization: boolean
}

export function toGrant(grant: Management.ClientGrantResponseContent): Grant {
  if (!grant.id || !grant.audience)
    throw new TypeError('The Management API returned a client grant without an id')
  return {
    id: grant.id,
    // Absent on a default grant for third-party clients, which belongs to no client in particular.
    clientId: grant.client_id ?? '',
    audience: grant.audience,
    scope: grant.scope ?? [],
    allScopes: grant.allow_all_scopes ?? false,
    isSystem: grant.is_system ?? false,
    needsOrganization: grant.organization_usage === 'require',
  }
}

/** Whether two accesses allow the same, whatever the order of their scopes; `null` is no access. */
export function sameAccess(one: Access | null, other: Access | null): boolean {
  if (!one || !other) return one === other
  const held = new Set(one.scope)
  return (
    one.allScopes === other.allScopes &&
    held.size === new Set(other.scope).size &&
    other.scope.every((scope) => held.has(scope))
  )
}
