'use client'

import { Checkbox } from '@/components/ui/checkbox'
import { useClientSelection } from './selection-context'

/** Selects the client of a row. */
export function SelectClient({ id, name }: { id: string; name: string }) {
  const { has, select } = useClientSelection()
  return (
    <Checkbox
      hideLabel
      label={`Select ${name}`}
      checked={has(id)}
      onChange={({ target }) => select([id], target.checked)}
    />
  )
}

/** Selects every client of the page. */
export function SelectPage({ ids }: { ids: string[] }) {
  const { has, select } = useClientSelection()
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
