import type { ReactNode } from 'react'
import { FilterField } from '@/components/ui/filter-field'
import { Segments } from '@/components/ui/segments'
import { grantViews } from '@/lib/grants/grant-filter'
import type { AccessView } from './use-access-view'
import { viewLabels } from './use-view'

type Props = {
  /** "Filter by name or client ID" */
  label: string
  view: AccessView
  /** What there is to know about the counts, or to do with all rows. */
  children?: ReactNode
}

/** The field and the three views above a list of rows; they work in place. */
export function AccessFilter({
  label,
  view: { view, filter, address, setFilter, counts, pick },
  children,
}: Props) {
  return (
    <search className="mb-2 flex flex-wrap items-center gap-2">
      <form className="contents" onSubmit={(event) => event.preventDefault()}>
        <FilterField name="q" label={label} value={filter} onType={setFilter} />
        <Segments
          label="Show"
          segments={grantViews.map((known) => ({
            href: address(known),
            label: viewLabels[known],
            count: counts[known],
            current: known === view,
          }))}
          onPick={pick}
        />
      </form>
      {children}
    </search>
  )
}
