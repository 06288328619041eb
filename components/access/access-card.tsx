'use client'

import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { ScopeMeter } from '@/components/ui/scope-meter'
import { cellState, holds, toggled, withScope } from '@/lib/access/cell'
import { edited, shownAccess } from '@/lib/access/draft'
import { cellKey, type Held, heldAt, type MatrixApi, type MatrixClient } from '@/lib/access/picture'
import type { Access } from '@/lib/grants/grant'
import type { Matrix } from './use-matrix'

type Props = { client: MatrixClient; matrix: Matrix; held: Held; locked: Record<string, string> }

/** One client: how many APIs it may call, and opened each API with a checkbox for each scope. */
export function AccessCard({ client, matrix, held, locked }: Props) {
  const { draft } = matrix.state
  const [open, setOpen] = useState<string>()
  const apis = [...new Set(matrix.grid.columns.map(({ api }) => api))]
  const drafted = apis.filter(({ identifier }) => draft.has(cellKey(client.id, identifier))).length
  const count = apis.filter(({ identifier }) => shownAccess(held, draft, client.id, identifier)).length

  function want(api: MatrixApi, to: Access | null) {
    const next = edited(held, draft, [{ clientId: client.id, audience: api.identifier, to }])
    matrix.dispatch({ type: 'edit', draft: next, said: `${api.name} for ${client.name} changed` })
  }

  return (
    <li className="border-b border-line">
      <details>
        <summary className="flex min-h-11 list-none items-center gap-3 px-4 [&::-webkit-details-marker]:hidden">
          <span className="min-w-0 flex-1 truncate font-medium">{client.name}</span>
          {drafted > 0 && <span className="text-xs font-medium text-granted">{drafted} in draft</span>}
          <span className="text-xs text-ink-faint">
            {count} of {apis.length} APIs
          </span>
          <ChevronRight aria-hidden="true" className="transition-transform [details[open]_&]:rotate-90" />
        </summary>
        <ul className="bg-sunken px-4 pb-2">
          {apis.map((api) => {
            const shown = shownAccess(held, draft, client.id, api.identifier)
            const { fill, granted, of } = cellState(shown, api)
            const lockedBecause = locked[cellKey(client.id, api.identifier)]
            return (
              <li key={api.id} className="border-t border-line py-2 first:border-t-0">
                <div className="flex items-center gap-3">
                  <Checkbox
                    grant
                    label={api.name}
                    checked={fill === 'all'}
                    some={fill === 'some'}
                    disabled={lockedBecause !== undefined}
                    onChange={() => {
                      const to = toggled(heldAt(held, client.id, api.identifier), shown, api)
                      if (to === undefined) setOpen(api.id)
                      else want(api, to)
                    }}
                  />
                  {of > 0 && (
                    <button
                      type="button"
                      aria-expanded={open === api.id}
                      onClick={() => setOpen(open === api.id ? undefined : api.id)}
                      className="ml-auto min-h-6 text-xs"
                    >
                      <ScopeMeter granted={granted} of={of} />
                      <span className="sr-only"> scopes of {api.name}</span>
                    </button>
                  )}
                </div>
                {lockedBecause && <p className="mt-1 text-xs text-ink-muted">{lockedBecause}</p>}
                {open === api.id && (
                  <div className="mt-2 grid gap-1 pl-6.5">
                    {api.scopes.map((scope) => (
                      <Checkbox
                        key={scope}
                        grant
                        label={scope}
                        checked={holds(shown, scope)}
                        disabled={lockedBecause !== undefined}
                        onChange={(event) =>
                          want(
                            api,
                            withScope(
                              heldAt(held, client.id, api.identifier),
                              shown,
                              api,
                              scope,
                              event.target.checked,
                            ),
                          )
                        }
                      />
                    ))}
                  </div>
                )}
              </li>
            )
          })}
        </ul>
      </details>
    </li>
  )
}
