import { useSyncExternalStore } from 'react'

const query = '(max-width: 50rem)'

function subscribe(listener: () => void) {
  const list = matchMedia(query)
  list.addEventListener('change', listener)
  return () => list.removeEventListener('change', listener)
}

/** Whether the window is too narrow for a grid; undefined where nobody knows yet, which is on the server. */
export const useNarrow = () =>
  useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    () => undefined,
  )
