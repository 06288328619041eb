'use client'

import { Undo2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { FailureText } from '@/components/ui/failure-text'
import { useAttempt } from '@/components/ui/use-attempt'
import type { ActionResult } from '@/lib/action-state'

type Props = {
  undo: () => Promise<ActionResult>
  small?: boolean
  /** What is undone, for who can't see what the button stands beside. */
  of?: string
}

/** Leads to the plan of what takes it back, or says why there is none. */
export function UndoButton({ undo, small, of }: Props) {
  const { pending, failure, run } = useAttempt()
  return (
    <>
      <Button
        small={small}
        kind={small ? 'ghost' : undefined}
        icon={<Undo2 aria-hidden="true" />}
        aria-label={of && !pending ? `Undo… ${of}` : undefined}
        busy={pending && 'Planning'}
        onClick={() => run(undo)}
      >
        Undo…
      </Button>
      {failure && (
        <p role="alert" className="max-w-80 text-danger">
          <FailureText failure={failure} />
        </p>
      )}
    </>
  )
}
