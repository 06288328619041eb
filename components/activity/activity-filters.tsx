import { FilterChip } from '@/components/ui/filter-chip'
import { FilterPopover } from '@/components/ui/filter-popover'
import { SearchForm } from '@/components/ui/search-form'
import { Segments } from '@/components/ui/segments'
import type { ActivityAsked } from '@/lib/changes/activity-filter'
import { routes } from '@/lib/routes'
import { ActivityChoices } from './activity-choices'
import { activitySpans } from './activity-spans'

type Props = { asked: ActivityAsked; authors: string[]; counts: { here: number; elsewhere: number } }

/** Narrows Activity by its address: words, where it was changed, and filters that are taken off one by one. */
export function ActivityFilters({ asked, authors, counts }: Props) {
  const { q, ...also } = asked
  const withPart = (part: Partial<ActivityAsked>) => routes.activity({ ...asked, ...part })
  const wheres = [
    { where: '', label: 'All', count: counts.here + counts.elsewhere },
    { where: 'here', label: 'Here', count: counts.here },
    { where: 'elsewhere', label: 'Elsewhere', count: counts.elsewhere },
  ] as const
  return (
    <div className="mb-5 flex flex-wrap items-center gap-2">
      <SearchForm label="Client, API, scope or reason" action={routes.activity()} text={q} also={also} />
      <Segments
        label="Where it was changed"
        segments={wheres.map(({ where, label, count }) => ({
          ...{ label, count, href: withPart({ where }) },
          current: asked.where === where,
        }))}
      />
      {chipsOf(asked).map(({ name, field, value }) => (
        <FilterChip key={name} field={field} value={value} without={withPart({ [name]: '' })} />
      ))}
      <FilterPopover>
        <ActivityChoices asked={asked} authors={authors} />
      </FilterPopover>
    </div>
  )
}

function chipsOf({ person, client, api, scope, span, from, to }: ActivityAsked) {
  const spanText = activitySpans.find(({ value }) => value === span)?.label ?? ''
  return [
    { name: 'person', field: 'Person', value: person },
    { name: 'client', field: 'Client', value: client },
    { name: 'api', field: 'API', value: api },
    { name: 'scope', field: 'Scope', value: scope },
    { name: 'span', field: 'Time', value: spanText },
    { name: 'from', field: 'From', value: from && dayText(from) },
    { name: 'to', field: 'To', value: to && dayText(to) },
  ].filter(({ value }) => value !== '')
}

/** "24 Nov 2026" */
const dayText = (day: string) =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
