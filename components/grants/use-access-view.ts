import { useState } from 'react'
import type { AccessState } from './access'
import type { SerialWrites } from './serial-writes'
import { useAuthorized } from './use-authorized'
import { useView } from './use-view'

/**
 * The view and the filter of a list of rows, and which rows belong to the view. A row stays in the view in which
 * it was clicked: the members are those of the moment the view was chosen, or the rows were read.
 */
export function useAccessView(writes: Map<string, SerialWrites<AccessState>>) {
  const authorized = useAuthorized(writes)
  const { show, ...view } = useView()
  const [chosen, choose] = useState({ writes, members: authorized })
  if (chosen.writes !== writes) choose({ writes, members: authorized })
  return {
    ...view,
    counts: {
      all: writes.size,
      authorized: authorized.size,
      'not-authorized': writes.size - authorized.size,
    },
    inView: (row: string) => view.view === 'all' || chosen.members.has(row) === (view.view === 'authorized'),
    /** How many more are authorized than when the view was chosen. */
    more: authorized.size - chosen.members.size,
    pick: (href: Parameters<typeof show>[0]) => {
      choose({ writes, members: authorized })
      show(href)
    },
  }
}

export type AccessView = ReturnType<typeof useAccessView>
