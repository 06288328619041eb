import { useEffect, useState } from 'react'
import { attempt } from '@/components/ui/attempt'
import type { ActionFailure, ActionResult } from '@/lib/action-state'
import type { CopyOutlook } from '@/lib/refactoring/copy-sum'
import type { CopyActions } from './copy-actions'

/** What copying from the chosen client would come to, once that is known. */
export function useOutlook(judge: CopyActions['judge'], fromId: string | undefined) {
  const [answer, setAnswer] = useState<{ of: string; result: ActionResult<CopyOutlook> }>()

  useEffect(() => {
    if (!fromId) return
    let left = false
    attempt(() => judge(fromId)).then((result) => {
      if (!left) setAnswer({ of: fromId, result })
    })
    return () => {
      left = true
    }
  }, [judge, fromId])

  const result = answer?.of === fromId ? answer?.result : undefined
  const failure: ActionFailure | undefined = result && result.status !== 'done' ? result : undefined
  return { outlook: result?.status === 'done' ? result.value : undefined, failure }
}
