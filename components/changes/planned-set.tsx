import type { ReactNode } from 'react'
import { Identifier } from '@/components/ui/identifier'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { RelativeTime } from '@/components/ui/relative-time'
import type { ActionResult } from '@/lib/action-state'
import type { ChangeSet } from '@/lib/changes/change-set'
import { stepsPerPage } from '@/lib/changes/paging'
import type { Ending } from '@/lib/changes/plan/effects'
import type { Plan } from '@/lib/changes/plan/plan'
import { routes } from '@/lib/routes'
import { EmptySet } from './empty-set'
import { PlanActions } from './plan-actions'
import { PlanEffects } from './plan-effects'
import { PlannedRow, type Writers } from './planned-row'
import { originText, scopeSum, setTitle } from './set-title'
import { StepList } from './step-list'

type Props = {
  set: ChangeSet
  plan: Plan & { writers: Writers; ending?: Ending; perSecond?: number }
  page: number
  /** What is to be known before its changes. */
  children?: ReactNode
  actions: {
    applyChangeSet: (input: { setId: string; reason: string }) => Promise<ActionResult>
    discardChangeSet: (setId: string) => Promise<ActionResult>
    leaveOutChange: (input: { setId: string; slot: string }) => Promise<ActionResult>
    rebaseChange: (input: { setId: string; slot: string }) => Promise<ActionResult>
  }
}

/** A set that is not applied yet: what each of its changes would do now, and what they come to. */
export function PlannedSet({ set, plan, page, children, actions }: Props) {
  const ready = plan.steps.filter(({ verdict }) => verdict.kind === 'ready').length
  const refused = plan.steps.filter(({ verdict: { kind } }) => kind === 'conflict' || kind === 'impossible')
  const first = (page - 1) * stepsPerPage
  return (
    <>
      <PageHead
        title={setTitle(set)}
        crumb={{ href: routes.activity(), label: 'Activity' }}
        sub={
          <>
            <span>{scopeSum(set.steps) ?? originText(set.origin)}</span>
            <span>Planned by {set.author}</span>
            <RelativeTime at={set.at} />
            <Identifier value={set.id} label="change set" />
          </>
        }
      />
      {children}
      {set.steps.length === 0 ? (
        <EmptySet discard={actions.discardChangeSet.bind(null, set.id)} />
      ) : (
        <>
          <PlanActions
            setId={set.id}
            counts={{ ready, refused: refused.length, total: set.steps.length }}
            cost={{ calls: plan.calls, perSecond: plan.perSecond }}
            reason={set.reason ?? ''}
            apply={actions.applyChangeSet}
            discard={actions.discardChangeSet}
          />
          <div className="grid grid-cols-[minmax(0,1fr)_304px] items-start gap-x-12 gap-y-6 max-desk:grid-cols-1">
            <div className="min-w-0">
              <StepList>
                {plan.steps.slice(first, first + stepsPerPage).map((planned, index) => (
                  <PlannedRow
                    key={planned.step.id}
                    number={first + index + 1}
                    setId={set.id}
                    planned={planned}
                    plan={plan}
                    leaveOut={actions.leaveOutChange}
                    rebase={actions.rebaseChange}
                  />
                ))}
              </StepList>
              {plan.steps.length > stepsPerPage && (
                <Pager
                  page={page - 1}
                  perPage={stepsPerPage}
                  total={plan.steps.length}
                  href={(index) => routes.changeSet(set.id, { page: index + 1 })}
                />
              )}
            </div>
            <PlanEffects set={set} plan={plan} />
          </div>
        </>
      )}
    </>
  )
}
