'use client'

import { useStanding } from './progress-context'

/** Why a change failed or was not needed. */
export function StepOutcome({ id }: { id: number }) {
  const { steps } = useStanding()
  const step = steps.get(id)
  if (!step?.said) return null
  return (
    <p className="mt-2 text-ink-muted wrap-anywhere">
      {step.state === 'failed' && <b className="font-medium text-danger">Failed.</b>} {step.said}
    </p>
  )
}
