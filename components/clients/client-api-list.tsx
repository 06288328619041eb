'use client'

import { useState } from 'react'
import { AccessFilter } from '@/components/grants/access-filter'
import { FirstRowsOnly, useFirstRows } from '@/components/grants/first-rows'
import { GrantHeads } from '@/components/grants/grant-heads'
import { GrantRow } from '@/components/grants/grant-row'
import type { GrantApi, GrantSubject } from '@/components/grants/grant-subject'
import type { SeenTokens } from '@/components/grants/seen-tokens'
import { SelectSwitch } from '@/components/grants/select-switch'
import { useAccessView } from '@/components/grants/use-access-view'
import type { GrantActions } from '@/components/grants/use-grant-writes'
import { SelectPage } from '@/components/ui/select-boxes'
import { Selection } from '@/components/ui/selection'
import type { GrantView } from '@/lib/grants/machine-filter'
import { ClientApiDock, type PlanClientApis } from './client-api-dock'
import { CopyAccessButton } from './copy-access/copy-access-button'
import type { CopyActions } from './copy-access/copy-actions'
import { type ApiRow, useClientGrantWrites } from './use-client-grant-writes'

type Props = {
  client: GrantSubject
  rows: ApiRow[]
  /** Names this reading of the tenant; another reading has another name. */
  reading: string
  actions: GrantActions
  seen: SeenTokens
  copy: CopyActions
  /** Plans its access to many APIs. */
  plan: PlanClientApis
}

/** Every API with the client's checkbox; filter and view are in the address and work in place. */
export function ClientApiList({ client, rows, reading, actions, seen, copy, plan }: Props) {
  const [selecting, setSelecting] = useState(false)
  const writes = useClientGrantWrites(client, rows, reading, { actions, seen })
  const access = useAccessView(writes)
  const rendered = useFirstRows(rows)
  const { view, filter, inView } = access

  const words = filter.trim().toLowerCase()
  const visible = rows.filter((row) => matches(row, words) && inView(row.api.id))

  return (
    <Selection>
      <AccessFilter label="Filter by API, identifier or scope" view={access}>
        <span className="ml-auto flex gap-2 max-wide:w-full max-wide:*:flex-1">
          <SelectSwitch selecting={selecting} onSelecting={setSelecting} />
          <CopyAccessButton client={{ id: client.clientId, name: client.name }} actions={copy} />
        </span>
      </AccessFilter>
      <p className="sr-only" role="status">
        {words || view !== 'all' ? `${visible.length} of ${rows.length} APIs shown` : ''}
      </p>
      <GrantHeads
        name="API"
        id="Identifier"
        lastToken={seen.since !== null}
        select={selecting ? <SelectPage ids={visible.map(({ api }) => api.id)} /> : undefined}
      />
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
                hidden={!visible.some((row) => row.api === api)}
                seen={seen}
                selecting={selecting}
              />
            )
          )
        })}
      </ul>
      <FirstRowsOnly of={rows.length} />
      {visible.length === 0 && <p className="py-4 text-ink-muted">{nothingFound(filter.trim(), view)}</p>}
      <ClientApiDock client={client.name} total={rows.length} plan={plan} />
    </Selection>
  )
}

function matches({ api }: { api: GrantApi }, words: string) {
  const text = `${api.name} ${api.identifier} ${api.scopes.map(({ value }) => value).join(' ')}`
  return text.toLowerCase().includes(words)
}

function nothingFound(filter: string, view: GrantView) {
  if (filter)
    return `No API has "${filter}" in its name, identifier or scopes${view === 'all' ? '' : ', in this view'}.`
  if (view === 'authorized') return 'Not authorized for any API yet. A checkbox under All authorizes it.'
  return 'Authorized for every API of the tenant.'
}
