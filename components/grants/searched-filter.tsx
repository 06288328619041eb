import type { Route } from 'next'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { SearchForm } from '@/components/ui/search-form'
import { Segments } from '@/components/ui/segments'
import { type GrantFilter, type GrantView, grantQuery, grantViews } from '@/lib/grants/grant-filter'
import type { AccessView } from './use-access-view'
import { viewLabels } from './use-view'

type Props = {
  /** "Search clients" */
  label: string
  view: AccessView
  filter: GrantFilter
  counts: Record<GrantView, number>
  children?: ReactNode
}

/** The field and the three views above the rows of a list too long to hand over; they ask the server. */
export function SearchedFilter({ label, view, filter, counts, children }: Props) {
  const { q: _, ...also } = grantQuery(filter)
  const now = { all: 0, authorized: view.more, 'not-authorized': -view.more }
  return (
    <div className="mb-2 flex flex-wrap items-center gap-2">
      <SearchForm label={label} action={usePathname() as Route} text={filter.text} also={also} />
      <Segments
        label="Show"
        segments={grantViews.map((known) => ({
          href: view.addressWith({ show: known === 'all' ? '' : known }),
          label: viewLabels[known],
          count: counts[known] + now[known],
          current: known === filter.view,
        }))}
      />
      {children}
    </div>
  )
}
