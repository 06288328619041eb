import type { ReactNode } from 'react'
import { SelectPage } from '@/components/ui/select-boxes'
import type { GrantFilter, GrantView } from '@/lib/grants/grant-filter'
import { formatNumber } from '@/lib/number-text'
import { AccessFilter } from './access-filter'
import { GrantHeads } from './grant-heads'
import { SearchedFilter } from './searched-filter'
import { SelectSwitch } from './select-switch'
import { UnusedFilter } from './unused-filter'
import type { AccessView } from './use-access-view'

type Props = {
  name: 'Client' | 'API'
  /** "Client ID" */
  id: string
  /** "Filter by name or client ID", where that is done in place. */
  filterLabel: string
  view: AccessView
  filter: GrantFilter
  /** How many there are of each view, where the rows are a part of them; then the server searches. */
  counts?: Record<GrantView, number>
  /** How many rows were handed over. */
  rows: number
  /** The ids of those that are in sight. */
  visible: ReadonlySet<string>
  /** Since when every token was seen; null when none can be. */
  since: string | null
  selecting: boolean
  onSelecting: (selecting: boolean) => void
  /** What else can be done. */
  children?: ReactNode
}

/** What stands above clients or APIs with a checkbox each: what narrows them, what can be done, and their columns. */
export function GrantListHead(props: Props) {
  const { name, id, filterLabel, view, filter, counts, rows, visible, since } = props
  const { selecting, onSelecting, children } = props
  const plural = { Client: 'clients', API: 'APIs' }[name]
  const tools = (
    <>
      {since && <UnusedFilter unused={filter.unused} since={since} view={view} />}
      <span className="ml-auto flex gap-2 max-wide:ml-0 max-wide:flex-1 max-wide:*:flex-1">
        <SelectSwitch selecting={selecting} onSelecting={onSelecting} />
        {children}
      </span>
    </>
  )
  return (
    <>
      {counts ? (
        <SearchedFilter label={`Search ${plural}`} view={view} filter={filter} counts={counts}>
          {tools}
        </SearchedFilter>
      ) : (
        <AccessFilter label={filterLabel} view={view}>
          {tools}
        </AccessFilter>
      )}
      <p className="sr-only" role="status">
        {counts
          ? `${formatNumber(counts[filter.view])} ${plural} match`
          : view.filter.trim() || view.view !== 'all'
            ? `${visible.size} of ${rows} ${plural} shown`
            : ''}
      </p>
      <GrantHeads
        name={name}
        id={id}
        lastToken={since !== null}
        order={{ ...filter, addressWith: view.addressWith }}
        select={selecting ? <SelectPage ids={[...visible]} /> : undefined}
      />
    </>
  )
}
