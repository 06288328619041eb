'use client'

import { Button } from '@/components/ui/button'
import { FailureText } from '@/components/ui/failure-text'
import { useAttempt } from '@/components/ui/use-attempt'
import type { ActionResult } from '@/lib/action-state'

type Of = { setId: string; slot: string }
type StepAction = (input: Of) => Promise<ActionResult>

type Props = {
  of: Of
  leaveOut: StepAction
  /** Where somebody changed meanwhile what the change was made upon. */
  rebase?: StepAction
}

/** Leaves a change out of the set, or makes it anew upon what the tenant holds now. */
export function StepActions({ of, leaveOut, rebase }: Props) {
  const { pending, failure, run } = useAttempt()
  const press = (action: StepAction) => run(() => action(of))
  return (
    <div className={`mt-2 flex flex-wrap items-center gap-2 ${rebase ? '' : '-ml-2'}`}>
      {rebase && (
        <Button small disabled={pending} onClick={() => press(rebase)}>
          Plan it upon that
        </Button>
      )}
      <Button small kind="ghost" disabled={pending} onClick={() => press(leaveOut)}>
        Leave out
      </Button>
      {failure && (
        <p role="alert" className="text-danger">
          <FailureText failure={failure} />
        </p>
      )}
    </div>
  )
}
