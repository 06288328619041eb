'use client'

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'

/** The rows that were picked, or all that match the list's filter but these. */
type Picked = { all: boolean; ids: ReadonlySet<string> }

const nothing: Picked = { all: false, ids: new Set() }

function selectionOf({ all, ids }: Picked, setPicked: (picked: Picked) => void) {
  return {
    all,
    ids: [...ids],
    has: (id: string) => ids.has(id) !== all,
    /** Of `total` that match. */
    count: (total: number) => (all ? Math.max(total - ids.size, 0) : ids.size),
    select: (changed: string[], selected: boolean) => {
      const rest = new Set(ids)
      for (const id of changed) {
        if (selected === all) rest.delete(id)
        else rest.add(id)
      }
      setPicked({ all, ids: rest })
    },
    selectAll: () => setPicked({ all: true, ids: new Set() }),
    clear: () => setPicked(nothing),
  }
}

const Selected = createContext(selectionOf(nothing, () => {}))

/** Which rows of a list are selected, from page to page. Given a key, it ends when the key changes. */
export function Selection({ children }: { children: ReactNode }) {
  const [picked, setPicked] = useState(nothing)
  const selection = useMemo(() => selectionOf(picked, setPicked), [picked])
  return <Selected value={selection}>{children}</Selected>
}

export const useSelection = () => useContext(Selected)
