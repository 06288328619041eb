import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { FilterChip } from '@/components/ui/filter-chip'
import { FilterPopover } from '@/components/ui/filter-popover'
import { KeptFields } from '@/components/ui/kept-fields'
import { SearchForm } from '@/components/ui/search-form'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { UnusedSelect } from '@/components/usage/unused-select'
import { unusedText } from '@/components/usage/unused-text'
import { type AuthMethod, clientTypeLabel } from '@/lib/clients/client'
import { type ClientFilter, clientQuery } from '@/lib/clients/list-filter'
import { routes } from '@/lib/routes'
import { authMethodLabels } from './auth-methods'
import { typeChoices } from './type-choices'

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
        <Choices filter={filter} apis={apis} />
      </FilterPopover>
    </div>
  )
}

function Choices({ filter, apis }: Omit<Props, 'since'>) {
  const { q, sort, order } = clientQuery(filter)
  return (
    <form action={routes.clients()} className="grid gap-4">
      <KeptFields fields={{ q, sort, order }} />
      <SelectField label="Type" name="type" defaultValue={filter.type ?? ''}>
        <option value="">Any</option>
        {typeChoices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      <SelectField label="May call" name="api" defaultValue={filter.api ?? ''}>
        <option value="">Any API</option>
        {apis.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField
        label="Holds the scope"
        name="scope"
        autoComplete="off"
        spellCheck={false}
        defaultValue={filter.scope ?? ''}
      />
      <SelectField label="Authenticates by" name="auth" defaultValue={filter.auth ?? ''}>
        <option value="">Anything</option>
        {Object.entries(authMethodLabels).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      <UnusedSelect unused={filter.unused} />
      <Checkbox label="Without a grant" name="grants" value="none" defaultChecked={filter.noGrant} />
      <Button type="submit" kind="primary">
        Apply filters
      </Button>
    </form>
  )
}
