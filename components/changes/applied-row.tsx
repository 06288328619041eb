import type { ActionResult } from '@/lib/action-state'
import type { Step } from '@/lib/changes/change-set'
import type { Recorded } from './applied-set'
import { stepDiff } from './step-diff'
import { StepOutcome } from './step-outcome'
import { StepRow } from './step-row'
import { StepStatus } from './step-status'
import { UndoButton } from './undo-button'

type Props = {
  number: number
  step: Step
  record?: Recorded
  undo?: () => Promise<ActionResult>
}

/** A change with what came of it. */
export function AppliedRow({ number, step, record, undo }: Props) {
  return (
    <StepRow
      number={number}
      step={record ? { ...step, change: withNames(step, record) } : step}
      lines={stepDiff(step.change, record?.before ?? null)}
      status={<StepStatus id={step.id} took={step.took} undone={record?.undone ?? false} />}
    >
      <StepOutcome id={step.id} />
      {undo && (
        <div className="mt-2 -ml-2">
          <UndoButton small undo={undo} />
        </div>
      )}
    </StepRow>
  )
}

/** What the change was about is named by the record, also where the change itself holds ids only. */
const withNames = ({ change }: Step, { subject }: Recorded) => ({ ...subject, ...change })
