import { useEffect, useState } from 'react'
import type { PaletteIndex } from '@/lib/palette/palette-index'
import { routes } from '@/lib/routes'

/** How long typing has to rest before it is searched for. */
const rest = 120

type Found = { id: string; name: string; apis: number }
type Answer = { to: string; clients: Found[]; failed: boolean }

/** The first clients with these words in name or id, from the mirror; those of before while it is asked again. */
export function useClientSearch(query: string) {
  const [answer, setAnswer] = useState<Answer>()

  useEffect(() => {
    const asked = new AbortController()
    const timer = setTimeout(async () => {
      const found = await ask(query, asked.signal).catch(() => undefined)
      if (!asked.signal.aborted) setAnswer({ to: query, clients: found ?? [], failed: found === undefined })
    }, rest)
    return () => {
      asked.abort()
      clearTimeout(timer)
    }
  }, [query])

  return {
    clients: answer?.clients ?? [],
    pending: answer?.to !== query,
    failed: answer?.failed ?? false,
  }
}

async function ask(query: string, signal: AbortSignal): Promise<Found[]> {
  // Without any query the palette answers with its whole index.
  const response = await fetch(routes.palette(query || ' '), { signal })
  if (!response.ok || response.redirected) throw new Error('Not found out')
  const clients: PaletteIndex['clients'] = await response.json()
  return clients.map(([id, name, , apis]) => ({ id, name, apis }))
}
