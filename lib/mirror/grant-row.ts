import type { Management } from 'auth0'
import type { Insertable } from 'kysely'
import { type Access, toGrant } from '../grants/grant.ts'
import { digestOf } from './digest.ts'
import type { MirrorViews } from './tables.ts'

export type GrantRow = Insertable<MirrorViews['grants']>

/** A client grant by which a client calls an API as itself. */
export function toGrantRow(clientGrant: Management.ClientGrantResponseContent): GrantRow {
  const { id, clientId, audience, scope, allScopes, isSystem } = toGrant(clientGrant)
  const held = [...new Set(scope)]
  const columns = {
    id,
    client_id: clientId,
    audience,
    scope: held.join(' '),
    scope_count: held.length,
    all_scopes: Number(allScopes),
    is_system: Number(isSystem),
    organization_usage: clientGrant.organization_usage ?? null,
  }
  // The tenant may give the same scopes in another order.
  return { ...columns, digest: digestOf({ ...columns, scope: held.toSorted() }) }
}

/** The scopes a row of `grants` lists. */
export const scopesOf = ({ scope }: Pick<GrantRow, 'scope'>) => scope.split(' ').filter(Boolean)

/** What a row of `grants` allows. */
export const accessOf = ({ scope, all_scopes }: Pick<GrantRow, 'scope' | 'all_scopes'>): Access => ({
  scope: scopesOf({ scope }),
  allScopes: all_scopes === 1,
})
