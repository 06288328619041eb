'use client'

import { useState } from 'react'
import type { BulkActions } from '@/components/clients/bulk/bulk-actions'
import { ClientDock } from '@/components/clients/bulk/client-dock'
import { Selection } from '@/components/ui/selection'
import type { GrantFilter, GrantView } from '@/lib/grants/grant-filter'
import type { AccessState } from './access'
import { FirstRowsOnly, useFirstRows } from './first-rows'
import { GrantListHead } from './grant-list-head'
import { GrantRow } from './grant-row'
import type { GrantApi, GrantSubject } from './grant-subject'
import type { SeenTokens } from './seen-tokens'
import { useAccessView } from './use-access-view'
import { type GrantActions, useGrantWrites } from './use-grant-writes'

export type GrantListRow = GrantSubject & { access: AccessState }

type Props = {
  api: GrantApi
  rows: GrantListRow[]
  /** Names this reading of the tenant; another reading has another name. */
  reading: string
  filter: GrantFilter
  /** How many there are of each view, where the rows are a part of them; then the server searches. */
  counts?: Record<GrantView, number>
  /** How many clients there are, whatever the filter. */
  total: number
  actions: GrantActions
  bulk: BulkActions
  seen: SeenTokens
}

/** Clients with a checkbox each; filter, view and order are in the address. */
export function GrantList({ api, rows, reading, filter, counts, total, actions, bulk, seen }: Props) {
  const [selecting, setSelecting] = useState(false)
  const writes = useGrantWrites(api, rows, reading, { actions, seen })
  const access = useAccessView(writes)
  const rendered = useFirstRows(rows)
  const { view, inView } = access

  const text = counts ? filter.text : access.filter.trim()
  const words = text.toLowerCase()
  const matches = ({ name, clientId }: GrantSubject) => `${name} ${clientId}`.toLowerCase().includes(words)
  const visible = new Set(
    rows.filter((row) => counts || (matches(row) && inView(row.clientId))).map(({ clientId }) => clientId),
  )

  return (
    <Selection>
      <GrantListHead
        name="Client"
        id="Client ID"
        filterLabel="Filter by name or client ID"
        view={access}
        filter={filter}
        counts={counts}
        rows={rows.length}
        visible={visible}
        since={seen.since}
        selecting={selecting}
        onSelecting={setSelecting}
      />
      <ul
        aria-label={`Clients of ${api.name}`}
        className="-mx-3 border-line max-wide:-mx-4 max-wide:border-t"
      >
        {rendered.map((row) => {
          const own = writes.get(row.clientId)
          return (
            own && (
              <GrantRow
                key={row.clientId}
                api={api}
                subject={row}
                writes={own}
                hidden={!visible.has(row.clientId)}
                seen={seen}
                selecting={selecting}
              />
            )
          )
        })}
      </ul>
      <FirstRowsOnly of={rows.length} />
      {(counts?.[filter.view] ?? visible.size) === 0 && (
        <p className="py-4 text-ink-muted">{nothingFound(text, filter, view)}</p>
      )}
      <ClientDock
        total={total}
        everybody={{ machines: true }}
        beyond={!words && view === 'all' && !filter.unused}
        narrowed={false}
        apis={[api]}
        api={api.id}
        actions={bulk}
      />
    </Selection>
  )
}

function nothingFound(text: string, { unused }: GrantFilter, view: GrantView) {
  if (text) return `No client matches "${text}"${view === 'all' && !unused ? '' : ', in this view'}.`
  if (unused) return 'Every client in this view got a token in that time. Take the filter off to see them.'
  if (view === 'authorized') return 'No client is authorized yet. A checkbox under All authorizes one.'
  return 'Every client is authorized.'
}
