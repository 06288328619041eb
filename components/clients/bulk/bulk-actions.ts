import type { ActionResult } from '@/lib/action-state'
import type { Api } from '@/lib/apis/api'
import type { BulkInput } from '@/lib/bulk/schema'

/** What can be done to many clients at once. */
export type Bulk = BulkInput['what']

export type BulkActions = {
  /** Plans it and opens the plan. */
  plan: (input: BulkInput) => Promise<ActionResult>
  /** The scopes that an API defines. */
  scopes: (apiId: string) => Promise<ActionResult<Pick<Api, 'scopes' | 'isSystem'>>>
}
