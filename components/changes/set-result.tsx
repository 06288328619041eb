'use client'

import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { FailureText } from '@/components/ui/failure-text'
import { useAttempt } from '@/components/ui/use-attempt'
import type { ActionResult } from '@/lib/action-state'
import { type ChangeSet, canStart } from '@/lib/changes/change-set'
import { counted } from '@/lib/counted'
import { formatNumber } from '@/lib/number-text'

type Props = {
  set: Pick<ChangeSet, 'state' | 'said'> & { steps: Pick<ChangeSet['steps'][number], 'state'>[] }
  /** Absent for changes that were made without a plan. */
  goOn?: () => Promise<ActionResult>
}

/** What applying came to, and the button that goes on with what is left. */
export function SetResult({ set, goOn }: Props) {
  const { pending, failure, run } = useAttempt()
  const count = (...states: string[]) => set.steps.filter(({ state }) => states.includes(state)).length
  const [total, applied, failed] = [set.steps.length, count('applied'), count('failed')]
  const [skipped, left] = [count('skipped'), count('planned', 'begun')]

  if (set.state === 'discarded')
    return <Shown tone="plain" title="Discarded." text="Nothing of it was applied." />
  const parts = [
    failed > 0 && `${formatNumber(failed)} failed`,
    skipped > 0 && `${formatNumber(skipped)} needed nothing`,
    left > 0 && `${formatNumber(left)} not applied yet`,
  ].filter(Boolean)
  const rest = parts.length > 0 ? `${new Intl.ListFormat('en').format(parts.map(String))}.` : ''
  return (
    <div className="mb-5 grid gap-2">
      <Banner
        role="status"
        tone={set.state === 'applied' ? 'success' : set.state === 'partly' ? 'warning' : 'info'}
        title={`${formatNumber(applied)} of ${counted(total, 'change')} applied.`}
        action={
          goOn &&
          canStart(set.state) && (
            <Button small busy={pending && 'Starting'} onClick={() => run(goOn)}>
              {left > 0
                ? `Go on with ${counted(left + failed, 'change')}`
                : `Try ${counted(failed, 'change')} again`}
            </Button>
          )
        }
      >
        {[rest && rest.charAt(0).toUpperCase() + rest.slice(1), set.said].filter(Boolean).join(' ')}
      </Banner>
      {failure && (
        <Banner tone="danger" role="alert" title="Not started.">
          <FailureText failure={failure} />
        </Banner>
      )}
    </div>
  )
}

const Shown = ({ tone, title, text }: { tone: 'plain'; title: string; text: string }) => (
  <div className="mb-5">
    <Banner tone={tone} title={title}>
      {text}
    </Banner>
  </div>
)
