import type { Scope } from '@/lib/apis/api'
import type { Access } from '@/lib/grants/grant'

/** How many of the grants allow each scope; a scope that none allows is left out. */
export function countHolders(scopes: Scope[], grants: Access[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { scope, allScopes } of grants) {
    for (const value of allScopes ? scopes.map((defined) => defined.value) : scope) {
      counts[value] = (counts[value] ?? 0) + 1
    }
  }
  return counts
}
