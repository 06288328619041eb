import type { ActionResult } from '@/lib/action-state'
import type { CopyOutlook } from '@/lib/refactoring/copy-sum'

export type CopyClient = { id: string; name: string }

export type CopyActions = {
  /** What copying from that client would come to; changes nothing. */
  judge: (fromId: string) => Promise<ActionResult<CopyOutlook>>
  /** Plans it and opens the plan. */
  plan: (input: { fromId: string; exactly: boolean }) => Promise<ActionResult>
}
