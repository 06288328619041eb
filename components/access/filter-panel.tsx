'use client'

import { Plus } from 'lucide-react'
import { useId, useRef } from 'react'
import { placeBeside } from '@/components/ui/place-beside'
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
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const types = [...new Set(picture.clients.map(({ type }) => type))].filter(Boolean)
  const scopes = [...new Set(picture.apis.flatMap(({ scopes }) => scopes))].toSorted()
  const left = picture.apis.filter(({ id }) => !filter.apis.includes(id))

  return (
    <>
      <button
        ref={button}
        type="button"
        popoverTarget={id}
        className="inline-flex h-8 items-center gap-1.5 rounded-md border border-dashed border-line-strong px-2.5 text-ink-muted hover:bg-hover hover:text-ink max-wide:h-9"
      >
        <Plus aria-hidden="true" className="size-3.5!" />
        Filter
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label="Filter"
        onToggle={(event) => {
          if (event.newState === 'open' && button.current && panel.current)
            placeBeside(button.current, panel.current, 'start')
        }}
        className="inset-auto m-0 w-76 rounded-lg bg-raised p-4 text-ink shadow-popover"
      >
        <div className="grid gap-4">
          <SelectField
            label="API"
            value=""
            onChange={(event) =>
              event.target.value && onChange({ apis: [...filter.apis, event.target.value] })
            }
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
      </div>
    </>
  )
}
