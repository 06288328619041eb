import type { ActionResult } from '@/lib/action-state'
import type { Scope } from '@/lib/apis/api'

/** Whose grants a scope has to be taken out of. */
export type ScopeImpact = { clients: { id: string; name: string }[] }

/** What the Scopes tab can do to the API it shows. */
export type ScopeActions = {
  add: (scopes: Scope[]) => Promise<ActionResult<unknown>>
  /** `from` is the description that was on screen; the action refuses when it is no longer the tenant's. */
  describe: (change: { value: string; from: string; to: string }) => Promise<ActionResult<unknown>>
  /** Who is granted the scope at this moment. */
  impact: (value: string) => Promise<ActionResult<ScopeImpact>>
  /** Takes the scope out of every grant, then out of the API. */
  remove: (value: string) => Promise<ActionResult<unknown>>
}
