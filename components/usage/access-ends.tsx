'use client'

import { useEffect, useState } from 'react'
import { attempt } from '@/components/ui/attempt'
import type { ActionResult } from '@/lib/action-state'
import type { LastToken } from '@/lib/observations/last-token'
import { accessEndText } from './access-end-text'

type Props = {
  /** Seconds. */
  lifetime: number
  /** The client may have got a token since the page was read. */
  read: () => Promise<ActionResult<LastToken>>
  what?: 'access' | 'scope'
}

/** When what is taken away now really ends; the clock runs from now until the last token is known. */
export function AccessEnds({ lifetime, read, what }: Props) {
  const [now] = useState(() => new Date())
  const [reading] = useState(() => () => attempt(read))
  const [last, setLast] = useState<LastToken>({ at: null, since: null })

  useEffect(() => {
    let left = false
    reading().then((result) => {
      if (!left && result.status === 'done') setLast(result.value)
    })
    return () => {
      left = true
    }
  }, [reading])

  return accessEndText(last, lifetime, now, what)
}
