'use client'

import { useState } from 'react'
import { FirstRowsOnly, useFirstRows } from '@/components/grants/first-rows'
import { GrantListHead } from '@/components/grants/grant-list-head'
import { GrantRow } from '@/components/grants/grant-row'
import type { GrantApi, GrantSubject } from '@/components/grants/grant-subject'
import type { SeenTokens } from '@/components/grants/seen-tokens'
import { useAccessView } from '@/components/grants/use-access-view'
import type { GrantActions } from '@/components/grants/use-grant-writes'
import { Selection } from '@/components/ui/selection'
import type { GrantFilter, GrantView } from '@/lib/grants/grant-filter'
import { ClientApiDock, type PlanClientApis } from './client-api-dock'
import { CopyAccessButton } from './copy-access/copy-access-button'
import type { CopyActions } from './copy-access/copy-actions'
import { type ApiRow, useClientGrantWrites } from './use-client-grant-writes'

type Props = {
  client: GrantSubject
  rows: ApiRow[]
  /** Names this reading of the tenant; another reading has another name. */
  reading: string
  filter: GrantFilter
  /** How many there are of each view, where the rows are a part of them; then the server searches. */
  counts?: Record<GrantView, number>
  /** How many APIs there are, whatever the filter. */
  total: number
  actions: GrantActions
  seen: SeenTokens
  copy: CopyActions
  /** Plans its access to many APIs. */
  plan: PlanClientApis
}

/** APIs with the client's checkbox each; filter, view and order are in the address. */
export function ClientApiList(props: Props) {
  const { client, rows, reading, filter, counts, total, actions, seen, copy, plan } = props
  const [selecting, setSelecting] = useState(false)
  const writes = useClientGrantWrites(client, rows, reading, { actions, seen })
  const access = useAccessView(writes)
  const rendered = useFirstRows(rows)
  const { view, inView } = access

  const text = counts ? filter.text : access.filter.trim()
  const words = text.toLowerCase()
  const visible = new Set(
    rows.filter((row) => counts || (matches(row, words) && inView(row.api.id))).map(({ api }) => api.id),
  )

  return (
    <Selection>
      <GrantListHead
        name="API"
        id="Identifier"
        filterLabel="Filter by API, identifier or scope"
        view={access}
        filter={filter}
        counts={counts}
        rows={rows.length}
        visible={visible}
        since={seen.since}
        selecting={selecting}
        onSelecting={setSelecting}
      >
        <CopyAccessButton client={{ id: client.clientId, name: client.name }} actions={copy} />
      </GrantListHead>
      <ul
        aria-label={`APIs of ${client.name}`}
        className="-mx-3 max-wide:-mx-4 max-wide:border-t max-wide:border-line"
      >
        {rendered.map(({ api, lockedBecause }) => {
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
                hidden={!visible.has(api.id)}
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
      <ClientApiDock client={client.name} total={total} plan={plan} />
    </Selection>
  )
}

function matches({ api }: { api: GrantApi }, words: string) {
  const text = `${api.name} ${api.identifier} ${api.scopes.map(({ value }) => value).join(' ')}`
  return text.toLowerCase().includes(words)
}

function nothingFound(text: string, { unused }: GrantFilter, view: GrantView) {
  if (text)
    return `No API has "${text}" in its name, identifier or scopes${view === 'all' && !unused ? '' : ', in this view'}.`
  if (unused)
    return 'It got a token for every API in this view in that time. Take the filter off to see them.'
  if (view === 'authorized') return 'Not authorized for any API yet. A checkbox under All authorizes it.'
  return 'Authorized for every API of the tenant.'
}
