import { useEffect, useEffectEvent, useState } from 'react'
import type { ActionResult } from '@/lib/action-state'
import { attempt } from './attempt'

/** What `ask` answered about the latest `of`; undefined until it has, and while there is nothing to ask about. */
export function useAnswer<Value>(
  of: string | undefined,
  ask: (of: string) => Promise<ActionResult<Value>>,
): ActionResult<Value> | undefined {
  const [answer, setAnswer] = useState<{ of: string; result: ActionResult<Value> }>()
  const asked = useEffectEvent(ask)

  useEffect(() => {
    if (!of) return
    let left = false
    attempt(() => asked(of)).then((result) => {
      if (!left) setAnswer({ of, result })
    })
    return () => {
      left = true
    }
  }, [of])

  return answer?.of === of ? answer?.result : undefined
}
