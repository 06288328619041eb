import type { ActionResult } from '@/lib/action-state'
import type { Scope, ScopeImpact } from '@/lib/apis/api'
import type { ScopeLikeInput, ScopeReworkInput } from '@/lib/refactoring/schema'

/** What the Scopes tab can do to the API it shows. */
export type ScopeActions = {
  add: (scopes: Scope[]) => Promise<ActionResult<unknown>>
  /** `from` is the description that was on screen; the action refuses when it is no longer the tenant's. */
  describe: (change: { value: string; from: string; to: string }) => Promise<ActionResult<unknown>>
  /** Who is granted one of the scopes at this moment. */
  impact: (values: string[]) => Promise<ActionResult<ScopeImpact>>
  /** Takes a scope that no grant lists out of the API, at once. */
  remove: (value: string) => Promise<ActionResult<unknown>>
  /** Plans other scopes, or none, in the place of some and opens the plan. */
  rework: (input: ScopeReworkInput) => Promise<ActionResult>
  /** Plans a new scope for the holders of another and opens the plan. */
  addLike: (input: ScopeLikeInput) => Promise<ActionResult>
}
