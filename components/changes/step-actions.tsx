'use client'

import { useState, useTransition } from 'react'
import { attempt } from '@/components/ui/attempt'
import { Button } from '@/components/ui/button'
import { FailureText } from '@/components/ui/failure-text'
import type { ActionFailure, ActionResult } from '@/lib/action-state'

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
  const [failure, setFailure] = useState<ActionFailure>()
  const [pending, startTransition] = useTransition()
  const press = (action: StepAction) =>
    startTransition(async () => {
      setFailure(undefined)
      const result = await attempt(() => action(of))
      if (result.status !== 'done') setFailure(result)
    })
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
