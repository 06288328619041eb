import type { Route } from 'next'
import { FilterChip } from '@/components/ui/filter-chip'
import { FilterField } from '@/components/ui/filter-field'
import { Segments } from '@/components/ui/segments'
import type { MatrixFilter, RowView } from '@/lib/access/filter'
import type { AccessPicture } from '@/lib/access/picture'
import { clientTypeLabel } from '@/lib/clients/client'
import { FilterPanel } from './filter-panel'

const labels: Record<RowView, string> = {
  all: 'All',
  changed: 'Changed',
  without: 'Without a grant',
  everything: 'All scopes',
}

type Props = {
  picture: AccessPicture
  filter: MatrixFilter
  counts: Record<RowView, number>
  href: (filter: MatrixFilter) => Route
  onChange: (change: Partial<MatrixFilter>) => void
}

/** Which rows and columns are shown; takes effect as it is typed, and stands in the address. */
export function MatrixFilters({ picture, filter, counts, href, onChange }: Props) {
  const { apis, scope, type, moreThan } = filter
  const views = Object.keys(labels) as RowView[]
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <FilterField label="Filter clients" value={filter.text} onType={(text) => onChange({ text })} />
      <Segments
        label="Rows"
        segments={views.map((view) => ({
          href: href({ ...filter, view }),
          label: labels[view],
          count: counts[view],
          current: view === filter.view,
        }))}
        onPick={(picked) => {
          const view = views.find((known) => href({ ...filter, view: known }) === picked)
          if (view) onChange({ view })
        }}
      />
      {apis.map((id) => (
        <FilterChip
          key={id}
          field="API"
          value={picture.apis.find((api) => api.id === id)?.name ?? id}
          onRemove={() => onChange({ apis: apis.filter((other) => other !== id) })}
        />
      ))}
      {scope && <FilterChip field="Holds" value={scope} onRemove={() => onChange({ scope: undefined })} />}
      {type && (
        <FilterChip
          field="Type"
          value={clientTypeLabel(type)}
          onRemove={() => onChange({ type: undefined })}
        />
      )}
      {moreThan && (
        <FilterChip
          field="More than"
          value={`${moreThan} ${moreThan === 1 ? 'scope' : 'scopes'}`}
          onRemove={() => onChange({ moreThan: undefined })}
        />
      )}
      <FilterPanel picture={picture} filter={filter} onChange={onChange} />
    </div>
  )
}
