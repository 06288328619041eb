import { useCallback, useSyncExternalStore } from 'react'
import type { AccessState } from './access'
import type { SerialWrites } from './serial-writes'

/** The keys of the authorized rows, as their checkboxes show them. */
export function useAuthorized(writes: Map<string, SerialWrites<AccessState>>) {
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [...writes.values()].map((own) => own.subscribe(listener))
      return () => {
        for (const stop of stops) stop()
      }
    },
    [writes],
  )
  const snapshot = () =>
    [...writes]
      .filter(([, own]) => own.view().shown)
      .map(([id]) => id)
      .join(' ')
  const ids = useSyncExternalStore(subscribe, snapshot, snapshot)
  return new Set(ids ? ids.split(' ') : [])
}
