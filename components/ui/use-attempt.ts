import { useState, useTransition } from 'react'
import type { ActionFailure, ActionResult } from '@/lib/action-state'
import { attempt } from './attempt'

/** Tries actions, one at a time; `failure` is why the last one did not do it. */
export function useAttempt() {
  const [failure, setFailure] = useState<ActionFailure>()
  const [pending, startTransition] = useTransition()

  function run<Value>(action: () => Promise<ActionResult<Value>>, onDone?: (value: Value) => void) {
    startTransition(async () => {
      setFailure(undefined)
      const result = await attempt(action)
      if (result.status === 'done') return onDone?.(result.value)
      // In the same frame in which it is over: who reads that it failed can leave at once.
      startTransition(() => setFailure(result))
    })
  }

  return { pending, failure, run }
}
