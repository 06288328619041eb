'use client'

import { useState } from 'react'
import { GrantRow } from '@/components/grants/grant-row'
import type { GrantApi, GrantSubject } from '@/components/grants/grant-subject'
import { useAuthorized } from '@/components/grants/use-authorized'
import type { GrantActions } from '@/components/grants/use-grant-writes'
import { useView, type View, viewLabels, views } from '@/components/grants/use-view'
import { FilterField } from '@/components/ui/filter-field'
import { Segments } from '@/components/ui/segments'
import { type ApiRow, useClientGrantWrites } from './use-client-grant-writes'

type Props = {
  client: GrantSubject
  rows: ApiRow[]
  /** Names this reading of the tenant; another reading has another name. */
  reading: string
  actions: GrantActions
}

/** Every API with the client's checkbox; filter and view are in the address and work in place. */
export function ClientApiList({ client, rows, reading, actions }: Props) {
  const writes = useClientGrantWrites(client, rows, reading, actions)
  const authorized = useAuthorized(writes)
  const { view, filter, address, setFilter, show } = useView()
  // A row stays in the view in which it was clicked: the members are those of the moment the view was chosen.
  const [members, setMembers] = useState(authorized)

  const words = filter.trim().toLowerCase()
  const visible = rows.filter(
    (row) => matches(row, words) && (view === 'all' || members.has(row.api.id) === (view === 'authorized')),
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
            label="Filter by API, identifier or scope"
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
        </form>
      </search>
      <p className="sr-only" role="status">
        {words || view !== 'all' ? `${visible.length} of ${rows.length} APIs shown` : ''}
      </p>
      <Heads />
      <ul
        aria-label={`APIs of ${client.name}`}
        className="-mx-3 max-wide:-mx-4 max-wide:border-t max-wide:border-line"
      >
        {rows.map(({ api, lockedBecause }) => {
          const own = writes.get(api.id)
          const subject = lockedBecause ? { ...client, lockedBecause } : client
          return (
            own && (
              <GrantRow
                key={api.id}
                named="api"
                api={api}
                subject={subject}
                writes={own}
                hidden={!visible.some((row) => row.api === api)}
              />
            )
          )
        })}
      </ul>
      {visible.length === 0 && <p className="py-4 text-ink-muted">{nothingFound(filter.trim(), view)}</p>}
    </>
  )
}

function Heads() {
  return (
    <div
      aria-hidden="true"
      className="-mx-3 grid h-8 grid-cols-[64px_minmax(140px,200px)_minmax(0,1fr)_148px_26px] items-center gap-x-4 border-b border-line-strong px-3 text-xs text-ink-faint max-wide:hidden"
    >
      <span>Authorized</span>
      <span>API</span>
      <span>Identifier</span>
      <span>Scopes</span>
    </div>
  )
}

function matches({ api }: { api: GrantApi }, words: string) {
  const text = `${api.name} ${api.identifier} ${api.scopes.map(({ value }) => value).join(' ')}`
  return text.toLowerCase().includes(words)
}

function nothingFound(filter: string, view: View) {
  if (filter)
    return `No API has "${filter}" in its name, identifier or scopes${view === 'all' ? '' : ', in this view'}.`
  if (view === 'authorized') return 'Not authorized for any API yet. A checkbox under All authorizes it.'
  return 'Authorized for every API of the tenant.'
}
