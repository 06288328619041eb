'use client'

import { Checkbox } from './checkbox'
import { useSelection } from './selection'

/** Selects one row. */
export function SelectRow({ id, name }: { id: string; name: string }) {
  const { has, select } = useSelection()
  return (
    <Checkbox
      hideLabel
      label={`Select ${name}`}
      checked={has(id)}
      onChange={({ target }) => select([id], target.checked)}
    />
  )
}

/** Selects every row of the page. */
export function SelectPage({ ids }: { ids: string[] }) {
  const { has, select } = useSelection()
  const selected = ids.filter(has).length
  return (
    <Checkbox
      hideLabel
      label="Select all on this page"
      checked={selected > 0 && selected === ids.length}
      some={selected > 0 && selected < ids.length}
      onChange={({ target }) => select(ids, target.checked)}
    />
  )
}
