'use client'

import { useEffect, useSyncExternalStore } from 'react'

const drift = new Map<string, number>()
const told = new Map<string, number>()
const listeners = new Set<() => void>()

/** Says that a count shown elsewhere on the page went up or down, without reading the page again. */
export function addToCount(key: string, change: number) {
  drift.set(key, (drift.get(key) ?? 0) + change)
  for (const listener of listeners) listener()
}

/** Says how many there are, for a count that the server did not render: reading it would have cost a call. */
export function tellCount(key: string, count: number) {
  told.set(key, count)
  drift.delete(key)
  for (const listener of listeners) listener()
}

/**
 * A count as the server rendered it, and what was done here since; a newly rendered one stands by itself, also when it
 * is the same number: `reading` tells one rendering from the next.
 */
export function useLiveCount(
  key: string | undefined,
  rendered: number | undefined,
  reading: unknown = rendered,
): number | undefined {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reading ends what was said before it
  useEffect(() => {
    if (!key || rendered === undefined) return
    told.delete(key)
    drift.delete(key)
    for (const listener of listeners) listener()
  }, [key, rendered, reading])

  return useSyncExternalStore(
    subscribe,
    () => {
      const counted = told.get(key ?? '') ?? rendered
      return counted === undefined ? undefined : counted + (drift.get(key ?? '') ?? 0)
    },
    () => rendered,
  )
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
