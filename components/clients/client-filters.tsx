import { FilterChip } from '@/components/ui/filter-chip'
import { FilterPopover } from '@/components/ui/filter-popover'
import { SearchForm } from '@/components/ui/search-form'
import { unusedText } from '@/components/usage/unused-text'
import { type AuthMethod, clientTypeLabel } from '@/lib/clients/client'
import { type ClientFilter, clientQuery } from '@/lib/clients/list-filter'
import { routes } from '@/lib/routes'
import { authMethodLabels } from './auth-methods'
import { ClientChoices } from './client-choices'

type Props = {
  filter: ClientFilter
  apis: { id: string; name: string }[]
  /** Since when every token was seen; null when none can be. */
  since: string | null
}

/** What the list is narrowed to: words, and filters that are taken off one by one. */
export function ClientFilters({ filter, apis, since }: Props) {
  const { q: _, ...also } = clientQuery(filter)
  const without = (part: Partial<ClientFilter>) => routes.clients(clientQuery({ ...filter, ...part }))
  const { type, api, scope, auth, noGrant, unused } = filter
  return (
    <div className="mb-2 flex flex-wrap items-center gap-2">
      <SearchForm label="Search clients" action={routes.clients()} text={filter.text} also={also} />
      {type && (
        <FilterChip field="Type" value={clientTypeLabel(type)} without={without({ type: undefined })} />
      )}
      {api && (
        <FilterChip
          field="API"
          value={apis.find(({ id }) => id === api)?.name ?? api}
          without={without({ api: undefined })}
        />
      )}
      {scope && <FilterChip field="Holds" value={scope} without={without({ scope: undefined })} />}
      {auth && (
        <FilterChip
          field="Authenticates by"
          value={authMethodLabels[auth as AuthMethod] ?? auth}
          without={without({ auth: undefined })}
        />
      )}
      {noGrant && <FilterChip field="Grants" value="none" without={without({ noGrant: false })} />}
      {unused && (
        <FilterChip
          field="No token"
          value={unusedText(unused, since, new Date())}
          without={without({ unused: undefined })}
        />
      )}
      <FilterPopover>
        <ClientChoices filter={filter} apis={apis} />
      </FilterPopover>
    </div>
  )
}
