import { timeOfDay } from '@/components/activity/day'
import { Badge } from '@/components/ui/badge'
import type { ActionResult } from '@/lib/action-state'
import { objectKey } from '@/lib/changes/change'
import type { Plan, PlannedStep } from '@/lib/changes/plan/plan'
import type { Verdict } from '@/lib/changes/plan/verdict'
import { StepActions } from './step-actions'
import { stepDiff } from './step-diff'
import { StepRow } from './step-row'

/** Who changed what a change is about last, by the object's key. */
export type Writers = Map<string, { author: string; at: string }>

type StepAction = (input: { setId: string; slot: string }) => Promise<ActionResult>

type Props = {
  number: number
  setId: string
  planned: PlannedStep
  plan: Plan & { writers: Writers }
  leaveOut: StepAction
  rebase: StepAction
}

/** A change as it would go now, with a way out where it would not. */
export function PlannedRow({ number, setId, planned, plan, leaveOut, rebase }: Props) {
  const { step, verdict, held, final } = planned
  const audience = 'audience' in step.change ? step.change.audience : ''
  const escalations = plan.effects.escalations.filter(({ stepId }) => stepId === step.id)
  return (
    <StepRow
      number={number}
      step={step}
      lines={stepDiff(step.change, held, plan.described.get(audience))}
      status={<VerdictBadge verdict={verdict} />}
      warnings={[
        ...(verdict.kind === 'conflict' ? [conflict(planned, plan.writers, verdict.said)] : []),
        ...(verdict.kind === 'impossible' ? [`${verdict.said} It would be refused.`] : []),
        ...escalations.map(({ scope, clientName, how }) => (
          <>
            <code>{scope}</code>: {clientName} {how.charAt(0).toLowerCase() + how.slice(1)}.
          </>
        )),
        ...(final ? [`This can’t be undone. ${final}`] : []),
      ]}
    >
      <StepActions
        of={{ setId, slot: step.slot }}
        leaveOut={leaveOut}
        rebase={verdict.kind === 'conflict' ? rebase : undefined}
      />
    </StepRow>
  )
}

function VerdictBadge({ verdict }: { verdict: Verdict }) {
  if (verdict.kind === 'conflict') return <Badge tone="warning">Conflict</Badge>
  if (verdict.kind === 'impossible') return <Badge tone="danger">Not possible</Badge>
  if (verdict.kind === 'nothing')
    return <span className="text-xs text-ink-faint">Nothing to do: it is so already</span>
  return null
}

function conflict({ step }: PlannedStep, writers: Writers, said: string) {
  const writer = writers.get(objectKey(step.change))
  if (!writer || writer.at < step.at)
    return `Changed outside Grantboard since ${timeOfDay(step.at)} UTC. ${said}`
  return `Changed by ${writer.author} at ${timeOfDay(writer.at)} UTC, after this was planned. ${said}`
}
