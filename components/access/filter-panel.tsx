'use client'

import { useId } from 'react'
import { FilterPopover } from '@/components/ui/filter-popover'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import type { MatrixFilter } from '@/lib/access/filter'
import type { AccessPicture } from '@/lib/access/picture'
import { clientTypeLabel } from '@/lib/clients/client'

type Props = {
  picture: AccessPicture
  filter: MatrixFilter
  onChange: (change: Partial<MatrixFilter>) => void
}

/** What else the matrix can be narrowed by: a form that takes effect as it is filled in. */
export function FilterPanel({ picture, filter, onChange }: Props) {
  const id = useId()
  const types = [...new Set(picture.clients.map(({ type }) => type))].filter(Boolean)
  const scopes = [...new Set(picture.apis.flatMap(({ scopes }) => scopes))].toSorted()
  const left = picture.apis.filter(({ id }) => !filter.apis.includes(id))

  return (
    <FilterPopover>
      <div className="grid gap-4">
        <SelectField
          label="API"
          value=""
          onChange={(event) => event.target.value && onChange({ apis: [...filter.apis, event.target.value] })}
        >
          <option value="">Add an API…</option>
          {left.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField
          label="Holds the scope"
          list={`${id}-scopes`}
          autoComplete="off"
          spellCheck={false}
          value={filter.scope ?? ''}
          onChange={(event) => onChange({ scope: event.target.value.trim() || undefined })}
        />
        <datalist id={`${id}-scopes`}>
          {scopes.slice(0, 500).map((scope) => (
            <option key={scope} value={scope} />
          ))}
        </datalist>
        <SelectField
          label="Type of client"
          value={filter.type ?? ''}
          onChange={(event) => onChange({ type: event.target.value || undefined })}
        >
          <option value="">Any</option>
          {types.map((type) => (
            <option key={type} value={type}>
              {clientTypeLabel(type)}
            </option>
          ))}
        </SelectField>
        <TextField
          label="More scopes than"
          type="number"
          min={0}
          max={100_000}
          value={filter.moreThan ?? ''}
          onChange={(event) => {
            const count = event.target.valueAsNumber
            onChange({ moreThan: Number.isSafeInteger(count) && count > 0 ? count : undefined })
          }}
        />
      </div>
    </FilterPopover>
  )
}
