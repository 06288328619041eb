import { useEffect, useState } from 'react'
import { attempt } from '@/components/ui/attempt'
import type { BulkActions } from './bulk-actions'

type Read = Awaited<ReturnType<BulkActions['scopes']>>

/** The scopes of the chosen API, once they were read. */
export function useApiScopes(readScopes: BulkActions['scopes'], apiId: string): Read | undefined {
  const [answer, setAnswer] = useState<{ of: string; result: Read }>()

  useEffect(() => {
    if (!apiId) return
    let left = false
    attempt(() => readScopes(apiId)).then((result) => {
      if (!left) setAnswer({ of: apiId, result })
    })
    return () => {
      left = true
    }
  }, [readScopes, apiId])

  return answer?.of === apiId ? answer.result : undefined
}
