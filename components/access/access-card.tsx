'use client'

import { ChevronRight } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { edited, shownAccess } from '@/lib/access/draft'
import { cellKey, type Held, heldAt, type MatrixApi, type MatrixClient } from '@/lib/access/picture'
import type { Access } from '@/lib/grants/grant'
import { CardApi } from './card-api'
import type { Matrix } from './use-matrix'

type Props = { client: MatrixClient; matrix: Matrix; held: Held; locked: Record<string, string> }

/** One client: how many APIs it may call, and opened each API with a checkbox for each scope. */
export function AccessCard({ client, matrix, held, locked }: Props) {
  const { draft } = matrix.state
  const card = useRef<HTMLDetailsElement>(null)
  const [open, setOpen] = useState(false)
  const [openApi, setOpenApi] = useState<string>()
  const apis = [...new Set(matrix.grid.columns.map(({ api }) => api))]
  const drafted = apis.filter(({ identifier }) => draft.has(cellKey(client.id, identifier))).length
  const count = apis.filter(({ identifier }) => shownAccess(held, draft, client.id, identifier)).length

  // It may have been opened before there was a script to hear of it.
  useEffect(() => setOpen(card.current?.open ?? false), [])

  function want(api: MatrixApi, to: Access | null) {
    const next = edited(held, draft, [{ clientId: client.id, audience: api.identifier, to }])
    matrix.dispatch({ type: 'edit', draft: next, said: `${api.name} for ${client.name} changed` })
  }

  return (
    <li className="border-b border-line">
      <details ref={card} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="flex min-h-11 list-none items-center gap-3 px-4 [&::-webkit-details-marker]:hidden">
          <span className="min-w-0 flex-1 truncate font-medium">{client.name}</span>
          {drafted > 0 && <span className="text-xs font-medium text-granted">{drafted} in draft</span>}
          <span className="text-xs text-ink-faint">
            {count} of {apis.length} APIs
          </span>
          <ChevronRight aria-hidden="true" className="transition-transform [details[open]_&]:rotate-90" />
        </summary>
        {open && (
          <ul className="bg-sunken px-4 pb-2">
            {apis.map((api) => (
              <CardApi
                key={api.id}
                api={api}
                held={heldAt(held, client.id, api.identifier)}
                shown={shownAccess(held, draft, client.id, api.identifier)}
                lockedBecause={locked[cellKey(client.id, api.identifier)]}
                open={openApi === api.id}
                onOpen={(isOpen) => setOpenApi(isOpen ? api.id : undefined)}
                onWant={(to) => want(api, to)}
              />
            ))}
          </ul>
        )}
      </details>
    </li>
  )
}
