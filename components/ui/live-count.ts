'use client'

import { useEffect, useSyncExternalStore } from 'react'

const drift = new Map<string, number>()
const listeners = new Set<() => void>()

/** Says that a count shown elsewhere on the page went up or down, without reading the page again. */
export function addToCount(key: string, change: number) {
  drift.set(key, (drift.get(key) ?? 0) + change)
  for (const listener of listeners) listener()
}

/** A count as the server rendered it, and what was done here since; a newly rendered one stands by itself. */
export function useLiveCount(key: string | undefined, rendered: number | undefined): number | undefined {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another rendered count is what ends the drift
  useEffect(() => {
    if (key && drift.delete(key)) for (const listener of listeners) listener()
  }, [key, rendered])

  const since = useSyncExternalStore(
    subscribe,
    () => (key ? (drift.get(key) ?? 0) : 0),
    () => 0,
  )
  return rendered === undefined ? undefined : rendered + since
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
