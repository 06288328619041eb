'use client'

import { useDeferredValue, useState } from 'react'
import { Cell } from '@/components/ui/cell'
import { FilterField } from '@/components/ui/filter-field'
import type { TokenApi } from '@/lib/tokens/token'

/** Below this many scopes they are all in sight, and a filter would only be in the way. */
const filterFrom = 12

type Props = {
  api: TokenApi
  /** What the client is granted. */
  granted: Set<string>
  chosen: string[]
  onToggle: (scope: string, checked: boolean) => void
}

/** Every scope of the API to ask for, with whether it is granted; also those that were asked for and don't exist. */
export function ScopeChoices({ api, granted, chosen, onToggle }: Props) {
  const [filter, setFilter] = useState('')
  const words = useDeferredValue(filter.trim().toLowerCase())
  const defined = api.scopes.map(({ value }) => value)
  const strangers = chosen.filter((scope) => !defined.includes(scope))
  const matching = [...defined, ...strangers].filter((scope) => scope.toLowerCase().includes(words))

  if (defined.length + strangers.length === 0)
    return <p className="text-ink-muted">{api.name} defines no scopes.</p>
  return (
    <fieldset className="min-w-0">
      <legend className="mb-0.5 font-medium">Scopes to ask for</legend>
      {defined.length >= filterFrom && (
        <div className="py-1.5">
          <FilterField label="Filter scopes" value={filter} onType={setFilter} shortcut={false} />
        </div>
      )}
      <div className={defined.length >= filterFrom ? '-mx-1 max-h-80 overflow-y-auto px-1' : undefined}>
        {matching.map((scope) => (
          <label
            key={scope}
            className="flex min-h-7 cursor-pointer items-center gap-2.5 [contain-intrinsic-size:auto_28px] [content-visibility:auto] max-wide:min-h-9"
          >
            <input
              type="checkbox"
              name="scope"
              value={scope}
              className="check"
              checked={chosen.includes(scope)}
              onChange={(event) => onToggle(scope, event.target.checked)}
            />
            <code className="min-w-0 flex-1 wrap-anywhere">{scope}</code>
            <span
              className={`inline-flex w-25 shrink-0 items-center gap-2 text-xs ${granted.has(scope) ? 'text-ink-muted' : 'text-ink-faint'}`}
            >
              <Cell state={granted.has(scope) ? 'all' : 'none'} />
              {granted.has(scope) ? 'Granted' : defined.includes(scope) ? 'Not granted' : 'Not defined'}
            </span>
          </label>
        ))}
        {matching.length === 0 && <p className="py-1 text-ink-faint">No scope matches "{filter.trim()}".</p>}
      </div>
    </fieldset>
  )
}
