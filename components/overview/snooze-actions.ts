import type { ActionResult, ActionState } from '@/lib/action-state'
import type { FindingName, SnoozeInput } from '@/lib/findings/schema'

/** What the page hands in to put a finding aside and to bring it back. */
export type SnoozeActions = {
  snooze: (
    name: FindingName,
    previous: ActionState<SnoozeInput>,
    input: SnoozeInput,
  ) => Promise<ActionState<SnoozeInput>>
  takeBack: (name: FindingName) => Promise<ActionResult>
}
