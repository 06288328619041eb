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
import { type ApiFilter, apiQuery } from '@/lib/apis/list-filter'
import { routes } from '@/lib/routes'

type Props = {
  filter: ApiFilter
  /** Since when every token was seen; null when none can be. */
  since: string | null
}

/** What the list is narrowed to: words, and filters that are taken off one by one. */
export function ApiFilters({ filter, since }: Props) {
  const { q: _, ...also } = apiQuery(filter)
  const without = (part: Partial<ApiFilter>) => routes.apis(apiQuery({ ...filter, ...part }))
  const { algorithm, scope, system, noClient, unused } = filter
  return (
    <div className="mb-2 flex flex-wrap items-center gap-2">
      <SearchForm label="Search APIs" action={routes.apis()} text={filter.text} also={also} />
      {algorithm && (
        <FilterChip field="Algorithm" value={algorithm} without={without({ algorithm: undefined })} />
      )}
      {scope && <FilterChip field="Defines" value={scope} without={without({ scope: undefined })} />}
      {system !== undefined && (
        <FilterChip
          field="System API"
          value={system ? 'only' : 'none'}
          without={without({ system: undefined })}
        />
      )}
      {noClient && <FilterChip field="Clients" value="none" without={without({ noClient: false })} />}
      {unused && (
        <FilterChip
          field="No token"
          value={unusedText(unused, since, new Date())}
          without={without({ unused: undefined })}
        />
      )}
      <FilterPopover>
        <Choices filter={filter} />
      </FilterPopover>
    </div>
  )
}

function Choices({ filter }: { filter: ApiFilter }) {
  const { q, sort, order } = apiQuery(filter)
  const algorithms = new Set(['RS256', 'HS256', ...(filter.algorithm ? [filter.algorithm] : [])])
  return (
    <form action={routes.apis()} className="grid gap-4">
      <KeptFields fields={{ q, sort, order }} />
      <SelectField label="Algorithm" name="alg" defaultValue={filter.algorithm ?? ''}>
        <option value="">Any</option>
        {[...algorithms].map((algorithm) => (
          <option key={algorithm} value={algorithm}>
            {algorithm}
          </option>
        ))}
      </SelectField>
      <TextField
        label="Defines the scope"
        name="scope"
        autoComplete="off"
        spellCheck={false}
        defaultValue={filter.scope ?? ''}
      />
      <SelectField label="System API" name="system" defaultValue={apiQuery(filter).system ?? ''}>
        <option value="">Among the others</option>
        <option value="yes">Nothing else</option>
        <option value="no">Left out</option>
      </SelectField>
      <UnusedSelect unused={filter.unused} />
      <Checkbox label="Without a client" name="clients" value="none" defaultChecked={filter.noClient} />
      <Button type="submit" kind="primary">
        Apply filters
      </Button>
    </form>
  )
}
