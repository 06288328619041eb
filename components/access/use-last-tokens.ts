'use client'

import { useEffect, useState } from 'react'
import { routes } from '@/lib/routes'

/** When a client got its last token, by audience; `since` when every token was seen, null when none can be. */
type Seen = { lastTokens: Record<string, string>; since: string | null }

/** A cursor that is on its way asks for nothing. */
const restMs = 150

/** The last tokens of the client at which the cursor has come to rest; undefined until they are read. */
export function useLastTokens(clientId: string | undefined): Seen | undefined {
  const [answer, setAnswer] = useState<{ of: string; seen: Seen }>()

  useEffect(() => {
    if (!clientId) return
    const abort = new AbortController()
    const timer = window.setTimeout(async () => {
      const seen = await read(clientId, abort.signal)
      if (seen && !abort.signal.aborted) setAnswer({ of: clientId, seen })
    }, restMs)
    return () => {
      window.clearTimeout(timer)
      abort.abort()
    }
  }, [clientId])

  return answer && answer.of === clientId ? answer.seen : undefined
}

/** Undefined when the dashboard did not answer: the readout then goes without. */
async function read(clientId: string, signal: AbortSignal): Promise<Seen | undefined> {
  try {
    const response = await fetch(routes.accessLastTokens(clientId), { signal })
    return response.ok && !response.redirected ? await response.json() : undefined
  } catch {
    return undefined
  }
}
