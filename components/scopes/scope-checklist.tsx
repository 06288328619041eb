import { useId, useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { FilterField } from '@/components/ui/filter-field'
import { selfEscalation } from '@/lib/grants/self-escalation'
import { formatNumber } from '@/lib/number-text'

/** Below this many scopes they are all in sight, and a filter would only be in the way. */
const filterFrom = 12

type Props = {
  label?: string
  scopes: { value: string; description: string }[]
  isSystem?: boolean
  /** They are granted, not taken away. */
  grant?: boolean
  chosen: ReadonlySet<string>
  onChosen: (chosen: ReadonlySet<string>) => void
  complaint?: string
}

/** The scopes of an API with a box each. */
export function ScopeChecklist({ label = 'Scopes', scopes, isSystem, grant, ...choice }: Props) {
  const { chosen, onChosen, complaint } = choice
  const id = useId()
  const [filter, setFilter] = useState('')
  const words = filter.trim().toLowerCase()
  const matching = scopes.filter(({ value, description }) =>
    `${value} ${description}`.toLowerCase().includes(words),
  )
  const chosenHere = scopes.filter(({ value }) => chosen.has(value)).length
  const picked = matching.filter(({ value }) => chosen.has(value)).length

  function choose(values: string[], checked: boolean) {
    const rest = new Set(chosen)
    for (const value of values) {
      if (checked) rest.add(value)
      else rest.delete(value)
    }
    onChosen(rest)
  }

  if (scopes.length === 0) return <p className="text-ink-muted">This API defines no scopes.</p>
  return (
    <Field
      id={id}
      of="group"
      label={`${label}, ${formatNumber(chosenHere)} of ${formatNumber(scopes.length)}`}
      error={complaint ? { message: complaint } : undefined}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: the label of a field names it */}
      <div role="group" aria-labelledby={`${id}-label`} className="grid gap-2">
        {scopes.length >= filterFrom && (
          <FilterField label="Filter scopes" shortcut={false} value={filter} onType={setFilter} />
        )}
        <div className="-mx-1 grid max-h-64 gap-1 overflow-y-auto px-1">
          <Checkbox
            grant={grant}
            label={words ? `All ${formatNumber(matching.length)} that match` : 'All of these'}
            checked={picked > 0 && picked === matching.length}
            some={picked > 0 && picked < matching.length}
            disabled={matching.length === 0}
            onChange={({ target }) =>
              choose(
                matching.map(({ value }) => value),
                target.checked,
              )
            }
          />
          {matching.map(({ value, description }) => (
            <Checkbox
              key={value}
              grant={grant}
              label={value}
              hint={(isSystem && grant && selfEscalation(value)) || description || undefined}
              checked={chosen.has(value)}
              onChange={({ target }) => choose([value], target.checked)}
            />
          ))}
        </div>
      </div>
    </Field>
  )
}
