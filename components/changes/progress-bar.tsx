'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FailureText } from '@/components/ui/failure-text'
import { useAttempt } from '@/components/ui/use-attempt'
import type { ActionResult } from '@/lib/action-state'
import { lifetimeInWords } from '@/lib/apis/lifetime'
import { formatNumber } from '@/lib/number-text'
import { useStanding } from './progress-context'

/** With more changes the bar is one piece. */
const mostTicks = 60

/** How far the queue is, in a bar and in words, and the button that stops it. */
export function ProgressBar({ stop }: { stop: () => Promise<ActionResult> }) {
  const { state, steps, lost } = useStanding()
  const { pending, failure, run } = useAttempt()
  const states = [...steps.values()].map(({ state }) => state)
  const done = states.filter((state) => state !== 'planned' && state !== 'begun').length
  const left = useTimeLeft(done, states.length)
  const stopping = pending || state === 'stopping'

  return (
    <div className="mb-5">
      <div
        role="progressbar"
        aria-label="Changes done"
        aria-valuemin={0}
        aria-valuemax={states.length}
        aria-valuenow={done}
        className="flex gap-[3px]"
      >
        {states.length <= mostTicks ? (
          [...steps.values()].map(({ id, state }) => (
            <i key={id} className={`h-1.5 flex-1 rounded-xs ${tick(state)}`} />
          ))
        ) : (
          <i className="block h-1.5 flex-1 rounded-xs bg-pressed">
            <i
              className="block h-full rounded-xs bg-granted"
              style={{ width: `${(done / states.length) * 100}%` }}
            />
          </i>
        )}
      </div>
      <div className="mt-2 flex items-center justify-between gap-3 max-wide:flex-col max-wide:items-start">
        <p className="text-ink-muted tabular-nums" aria-live="polite">
          {`${formatNumber(done)} of ${formatNumber(states.length)} done`}
          {left && `, about ${left} left`}.{' '}
          {stopping ? 'Stopping after this change.' : 'You can leave this page; applying goes on.'}
          {lost && ' The dashboard does not answer at this moment.'}
          <noscript> Reload the page to see how far it is.</noscript>
        </p>
        <Button small disabled={stopping} onClick={() => run(stop)}>
          Stop after this change
        </Button>
      </div>
      {failure && (
        <p role="alert" className="mt-1 text-danger">
          <FailureText failure={failure} />
        </p>
      )}
    </div>
  )
}

const tick = (state: string) =>
  state === 'begun'
    ? 'bg-granted animate-breathe'
    : state === 'failed'
      ? 'bg-danger'
      : state === 'planned'
        ? 'bg-pressed'
        : 'bg-granted'

/** How long the rest takes at the pace seen so far; undefined until two changes were seen. */
function useTimeLeft(done: number, total: number): string | undefined {
  const first = useRef<{ at: number; done: number }>(undefined)
  const [left, setLeft] = useState<string>()
  useEffect(() => {
    first.current ??= { at: Date.now(), done }
    const seen = done - first.current.done
    if (seen < 2) return
    const each = (Date.now() - first.current.at) / seen
    setLeft(lifetimeInWords(Math.max(1, Math.ceil((each * (total - done)) / 1000))))
  }, [done, total])
  return left
}
