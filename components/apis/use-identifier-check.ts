'use client'

import { useEffect, useState } from 'react'
import type { ActionResult } from '@/lib/action-state'

/** The API that has an identifier already. */
export type IdentifierOwner = { id: string; name: string }

export type FindIdentifier = (identifier: string) => Promise<ActionResult<IdentifierOwner | null>>

const pauseInTyping = 300

/** Who has this identifier, asked once typing pauses; a tenant that can't be asked now complains on Create. */
export function useIdentifierCheck(identifier: string, find: FindIdentifier) {
  const [answer, setAnswer] = useState<{ identifier: string; owner: IdentifierOwner | null }>()

  useEffect(() => {
    if (identifier === '') return
    let stale = false
    const timer = setTimeout(async () => {
      const result = await find(identifier).catch(() => undefined)
      if (!stale && result?.status === 'done') setAnswer({ identifier, owner: result.value })
    }, pauseInTyping)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [identifier, find])

  const known = answer?.identifier === identifier ? answer : undefined
  return { owner: known?.owner ?? undefined, free: known?.owner === null }
}
