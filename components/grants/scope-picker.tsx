'use client'

import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { FilterField } from '@/components/ui/filter-field'
import { selfEscalation } from '@/lib/grants/self-escalation'
import { formatNumber } from '@/lib/number-text'
import { type AccessState, grants } from './access'
import { GoneScopes } from './gone-scopes'
import { ScopeOption } from './scope-option'

/** Below this many scopes they are all in sight, and a filter would only be in the way. */
const filterFrom = 12

type Props = {
  /** "Scopes of billing-worker on Orders API" */
  legend: string
  scopes: { value: string; description: string }[]
  isSystemApi: boolean
  access: AccessState
  /** Why nothing can be changed here; the boxes only tell. */
  readOnly: boolean
  /** Sets the scopes of the grant, from those it holds at that moment. */
  onChange: (change: (scope: string[]) => string[]) => void
}

/** Every scope of an API with a checkbox each that grants or removes it at once. */
export function ScopePicker({ legend, scopes, isSystemApi, access, readOnly, onChange }: Props) {
  const [filter, setFilter] = useState('')
  const words = useDeferredValue(filter.trim().toLowerCase())
  const matching = useMemo(
    () => scopes.filter((scope) => `${scope.value} ${scope.description}`.toLowerCase().includes(words)),
    [scopes, words],
  )
  const defined = useMemo(() => new Set(scopes.map(({ value }) => value)), [scopes])
  const gone = access && !access.allScopes ? access.scope.filter((value) => !defined.has(value)) : []
  const granted = matching.filter(({ value }) => grants(access, value)).length

  const toggle = useCallback(
    (value: string, checked: boolean) =>
      onChange((scope) => {
        const others = scope.filter((other) => other !== value)
        return checked ? [...others, value] : others
      }),
    [onChange],
  )

  function toggleMatching(checked: boolean) {
    const values = matching.map(({ value }) => value)
    onChange((scope) => {
      const others = scope.filter((value) => !values.includes(value))
      return checked ? [...others, ...values] : others
    })
  }

  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{legend}</legend>
      {scopes.length >= filterFrom && (
        <div className="py-2">
          <FilterField label="Filter scopes" value={filter} onType={setFilter} shortcut={false} />
        </div>
      )}
      <div className="mb-1 grid grid-cols-[206px_minmax(0,1fr)] items-center gap-x-2.5 border-b border-line pb-1 max-wide:grid-cols-[auto_1fr]">
        <Checkbox
          grant
          label={words ? `All ${formatNumber(matching.length)} that match` : 'All scopes'}
          checked={matching.length > 0 && granted === matching.length}
          some={granted > 0 && granted < matching.length}
          disabled={readOnly || matching.length === 0}
          onChange={(event) => toggleMatching(event.target.checked)}
        />
        <span className="text-ink-faint">
          {formatNumber(granted)} of {formatNumber(matching.length)} granted
        </span>
      </div>
      <div className={scopes.length >= filterFrom ? '-mx-1 max-h-112 overflow-y-auto px-1' : undefined}>
        {matching.map(({ value, description }) => (
          <ScopeOption
            key={value}
            value={value}
            description={description}
            checked={grants(access, value)}
            disabled={readOnly}
            warning={isSystemApi ? selfEscalation(value) : undefined}
            onToggle={toggle}
          />
        ))}
        {matching.length === 0 && <p className="py-1 text-ink-faint">No scope matches "{filter.trim()}".</p>}
      </div>
      <GoneScopes scopes={gone} readOnly={readOnly} onRemove={(value) => toggle(value, false)} />
    </fieldset>
  )
}
