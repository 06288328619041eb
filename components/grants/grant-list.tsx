'use client'

import { useState } from 'react'
import type { BulkActions } from '@/components/clients/bulk/bulk-actions'
import { ClientDock } from '@/components/clients/bulk/client-dock'
import { Link } from '@/components/ui/link'
import { SelectPage } from '@/components/ui/select-boxes'
import { Selection } from '@/components/ui/selection'
import { routes } from '@/lib/routes'
import type { AccessState } from './access'
import { AccessFilter } from './access-filter'
import { GrantHeads } from './grant-heads'
import { GrantRow } from './grant-row'
import type { GrantApi, GrantSubject } from './grant-subject'
import type { SeenTokens } from './seen-tokens'
import { SelectSwitch } from './select-switch'
import { useAccessView } from './use-access-view'
import { type GrantActions, useGrantWrites } from './use-grant-writes'
import type { View } from './use-view'

export type GrantListRow = GrantSubject & { access: AccessState }

type Props = {
  api: GrantApi
  rows: GrantListRow[]
  /** Names this reading of the tenant; another reading has another name. */
  reading: string
  /** More clients are on other pages. */
  partial: boolean
  /** How many clients there are on all pages. */
  total: number
  actions: GrantActions
  bulk: BulkActions
  seen: SeenTokens
}

/** Every client of the page with its checkbox; filter and view are in the address and work in place. */
export function GrantList({ api, rows, reading, partial, total, actions, bulk, seen }: Props) {
  const [selecting, setSelecting] = useState(false)
  const writes = useGrantWrites(api, rows, reading, actions)
  const access = useAccessView(writes)
  const { view, filter, inView } = access

  const words = filter.trim().toLowerCase()
  const matches = ({ name, clientId }: GrantSubject) => `${name} ${clientId}`.toLowerCase().includes(words)
  const visible = new Set(
    rows.filter((row) => matches(row) && inView(row.clientId)).map(({ clientId }) => clientId),
  )

  return (
    <Selection>
      <AccessFilter label="Filter by name or client ID" view={access}>
        {partial && <p className="text-xs text-ink-faint">Filter and counts are of this page</p>}
        <span className="ml-auto max-wide:w-full max-wide:*:w-full">
          <SelectSwitch selecting={selecting} onSelecting={setSelecting} />
        </span>
      </AccessFilter>
      <p className="sr-only" role="status">
        {words || view !== 'all' ? `${visible.size} of ${rows.length} clients shown` : ''}
      </p>
      <GrantHeads
        name="Client"
        id="Client ID"
        lastToken={seen.since !== null}
        select={selecting ? <SelectPage ids={[...visible]} /> : undefined}
      />
      <ul
        aria-label={`Clients of ${api.name}`}
        className="-mx-3 border-line max-wide:-mx-4 max-wide:border-t"
      >
        {rows.map((row) => {
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
      {visible.size === 0 && (
        <p className="py-4 text-ink-muted">
          {nothingFound(filter.trim(), view, partial)}{' '}
          {partial && /^\w{16,}$/.test(filter.trim()) && (
            <Link href={routes.apiClients(api.id, { client: filter.trim() })}>Look up this client ID</Link>
          )}
        </p>
      )}
      <ClientDock
        total={total}
        everybody={{ machines: true }}
        beyond={!words && view === 'all'}
        narrowed={false}
        apis={[api]}
        api={api.id}
        actions={bulk}
      />
    </Selection>
  )
}

function nothingFound(filter: string, view: View, partial: boolean) {
  const where = partial ? ' on this page' : ''
  if (filter) return `No client${where} matches "${filter}"${view === 'all' ? '' : ' in this view'}.`
  if (view === 'authorized')
    return `No client${where} is authorized yet. A checkbox under All authorizes one.`
  return `Every client${where} is authorized.`
}
