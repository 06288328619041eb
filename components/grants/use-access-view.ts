import { useState } from 'react'
import type { AccessState } from './access'
import type { SerialWrites } from './serial-writes'
import { useAuthorized } from './use-authorized'
import { useView } from './use-view'

/**
 * The view and the filter of a list of rows, and which rows belong to the view. A row stays in the view in which
 * it was clicked: the members are those of the moment the view was chosen.
 */
export function useAccessView(writes: Map<string, SerialWrites<AccessState>>) {
  const authorized = useAuthorized(writes)
  const { view, filter, address, setFilter, show } = useView()
  const [members, setMembers] = useState(authorized)
  return {
    view,
    filter,
    address,
    setFilter,
    counts: {
      all: writes.size,
      authorized: authorized.size,
      'not-authorized': writes.size - authorized.size,
    },
    inView: (row: string) => view === 'all' || members.has(row) === (view === 'authorized'),
    pick: (href: Parameters<typeof show>[0]) => {
      setMembers(authorized)
      show(href)
    },
  }
}

export type AccessView = ReturnType<typeof useAccessView>
