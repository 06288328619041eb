'use client'

import { useRouter } from 'next/navigation'
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { isRunning, type SetState, type StepState } from '@/lib/changes/change-set'
import type { Progress } from '@/lib/changes/progress'
import { routes } from '@/lib/routes'

type StepProgress = { id: number; state: StepState; said: string | null }

/** Where a set and each of its steps stand, as far as the page has heard. */
type Standing = { state: SetState; steps: Map<number, StepProgress>; lost: boolean }

const Context = createContext<Standing>({ state: 'applied', steps: new Map(), lost: false })
export const useStanding = () => useContext(Context)

const asksEvery = 700

type Props = { setId: string; state: SetState; until: number; steps: StepProgress[]; children: ReactNode }

/** Asks the dashboard how far a running set is, for everything inside; at its end the page is read again. */
export function ProgressProvider({ setId, state, until, steps, children }: Props) {
  const router = useRouter()
  const [heard, setHeard] = useState<Standing & { from: number }>()
  const last = useRef(until)
  const running = isRunning(state)

  useEffect(() => {
    last.current = until
    if (!running) return
    const abort = new AbortController()
    const known = new Map(steps.map((step) => [step.id, step]))
    const ask = async () => {
      const answer = await progressSince(setId, last.current, abort.signal)
      if (abort.signal.aborted) return
      if (answer) {
        last.current = answer.until
        for (const step of answer.steps) known.set(step.id, step)
      }
      setHeard({
        state: answer?.state ?? state,
        steps: new Map(known),
        lost: answer === undefined,
        from: until,
      })
      if (answer && !isRunning(answer.state)) router.refresh()
      else timer = window.setTimeout(ask, asksEvery)
    }
    let timer = window.setTimeout(ask, asksEvery)
    return () => {
      abort.abort()
      window.clearTimeout(timer)
    }
  }, [setId, state, until, steps, running, router])

  // What was heard belongs to the reading of the page that it was heard after.
  const standing =
    running && heard?.from === until
      ? heard
      : { state, steps: new Map(steps.map((step) => [step.id, step])), lost: false }
  return <Context value={standing}>{children}</Context>
}

/** What happened since; undefined when the dashboard did not answer as it should. */
async function progressSince(setId: string, since: number, signal: AbortSignal) {
  try {
    const response = await fetch(`${routes.changeSetProgress(setId)}?since=${since}`, { signal })
    return response.ok ? ((await response.json()) as Progress) : undefined
  } catch {
    return undefined
  }
}
