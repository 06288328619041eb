'use client'

import { useState } from 'react'
import { FilterField } from '@/components/ui/filter-field'
import { Link } from '@/components/ui/link'
import { Segments } from '@/components/ui/segments'
import { routes } from '@/lib/routes'
import type { AccessState } from './access'
import { GrantRow } from './grant-row'
import type { GrantApi, GrantSubject } from './grant-subject'
import { useAuthorized } from './use-authorized'
import { type GrantActions, useGrantWrites } from './use-grant-writes'
import { useView, type View, viewLabels, views } from './use-view'

export type GrantListRow = GrantSubject & { access: AccessState }

type Props = {
  api: GrantApi
  rows: GrantListRow[]
  /** Names this reading of the tenant; another reading has another name. */
  reading: string
  /** More clients are on other pages. */
  partial: boolean
  actions: GrantActions
}

/** Every client of the page with its checkbox; filter and view are in the address and work in place. */
export function GrantList({ api, rows, reading, partial, actions }: Props) {
  const writes = useGrantWrites(api, rows, reading, actions)
  const authorized = useAuthorized(writes)
  const { view, filter, address, setFilter, show } = useView()
  // A row stays in the view in which it was clicked: the members are those of the moment the view was chosen.
  const [members, setMembers] = useState(authorized)

  const words = filter.trim().toLowerCase()
  const inView = (id: string) => view === 'all' || members.has(id) === (view === 'authorized')
  const matches = ({ name, clientId }: GrantSubject) => `${name} ${clientId}`.toLowerCase().includes(words)
  const visible = new Set(
    rows.filter((row) => matches(row) && inView(row.clientId)).map(({ clientId }) => clientId),
  )
  const counts: Record<View, number> = {
    all: rows.length,
    authorized: authorized.size,
    'not-authorized': rows.length - authorized.size,
  }

  return (
    <>
      <search>
        <form className="mb-2 flex flex-wrap items-center gap-2" onSubmit={(event) => event.preventDefault()}>
          <FilterField
            name="q"
            label="Filter by name or client ID"
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
          />
          <Segments
            label="Show"
            segments={views.map((known) => ({
              href: address(known),
              label: viewLabels[known],
              count: counts[known],
              current: known === view,
            }))}
            onPick={(href) => {
              setMembers(authorized)
              show(href)
            }}
          />
          {partial && <p className="text-xs text-ink-faint">Filter and counts are of this page</p>}
        </form>
      </search>
      <p className="sr-only" role="status">
        {words || view !== 'all' ? `${visible.size} of ${rows.length} clients shown` : ''}
      </p>
      <div
        aria-hidden="true"
        className="-mx-3 grid h-8 grid-cols-[64px_minmax(140px,200px)_minmax(0,1fr)_148px_26px] items-center gap-x-4 border-b border-line-strong px-3 text-xs text-ink-faint max-wide:hidden"
      >
        <span>Authorized</span>
        <span>Client</span>
        <span>Client ID</span>
        <span>Scopes</span>
      </div>
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
    </>
  )
}

function nothingFound(filter: string, view: View, partial: boolean) {
  const where = partial ? ' on this page' : ''
  if (filter) return `No client${where} matches "${filter}"${view === 'all' ? '' : ' in this view'}.`
  if (view === 'authorized')
    return `No client${where} is authorized yet. A checkbox under All authorizes one.`
  return `Every client${where} is authorized.`
}
