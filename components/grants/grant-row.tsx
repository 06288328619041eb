'use client'

import { ChevronRight } from 'lucide-react'
import { memo, useCallback, useId, useState, useSyncExternalStore } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { IconButton } from '@/components/ui/icon-button'
import { SelectRow } from '@/components/ui/select-boxes'
import { LastTokenText } from '@/components/usage/last-token-text'
import { accessAtOnce } from '@/lib/grants/grant'
import type { AccessState } from './access'
import { AccessCell } from './access-cell'
import { GrantFailure } from './grant-failure'
import { GrantPanel } from './grant-panel'
import type { GrantApi, GrantSubject } from './grant-subject'
import { RevokedNote } from './revoked-note'
import { type NamedAfter, RowName } from './row-name'
import type { SeenTokens } from './seen-tokens'
import type { SerialWrites } from './serial-writes'

type Props = {
  api: GrantApi
  subject: GrantSubject
  writes: SerialWrites<AccessState>
  hidden: boolean
  seen: SeenTokens
  named?: NamedAfter
  /** The box selects the row for what is done to many, instead of authorizing. */
  selecting?: boolean
}

/** A client and an API, whether it is authorized, and with which scopes; every change is written at once. */
export const GrantRow = memo(function GrantRow(props: Props) {
  const { api, subject, writes, hidden, seen, named = 'client', selecting } = props
  const { shown, held, busy, failure } = useSyncExternalStore(writes.subscribe, writes.view, writes.view)
  const [open, setOpen] = useState(false)
  const [revoked, setRevoked] = useState(false)
  const panel = useId()
  const { clientId, name, lockedBecause } = subject
  const lastAt = seen.lastTokens[named === 'client' ? clientId : api.identifier]

  const setScopes = useCallback(
    (change: (scope: string[]) => string[]) => {
      const now = writes.view().shown
      const scope = now?.allScopes ? api.scopes.map(({ value }) => value) : (now?.scope ?? [])
      writes.want({ scope: change(scope), allScopes: false })
    },
    [writes, api],
  )

  function authorize(checked: boolean) {
    setRevoked(!checked)
    if (!checked) {
      setOpen(false)
      return writes.want(null)
    }
    setOpen(api.isSystem)
    writes.want(accessAtOnce(api))
  }

  return (
    <li hidden={hidden} data-open={open || undefined} className="grant-item">
      <div className="grant-row">
        <span className="flex max-wide:row-span-2">
          {selecting ? (
            <SelectRow {...(named === 'client' ? { id: clientId, name } : api)} />
          ) : (
            <Checkbox
              grant
              hideLabel
              label={`Authorize ${name} for ${api.name}`}
              checked={Boolean(shown)}
              disabled={shown === undefined || lockedBecause !== undefined}
              aria-busy={busy || undefined}
              aria-describedby={lockedBecause ? `${panel}-locked` : undefined}
              onChange={(event) => authorize(event.target.checked)}
            />
          )}
        </span>
        <RowName after={named} api={api} subject={subject} />
        <span className="max-wide:col-start-2 max-wide:row-start-2 max-wide:text-xs">
          <AccessCell
            api={api}
            name={name}
            shown={shown}
            held={held}
            busy={busy}
            onCheck={() => writes.refresh()}
          />
          {lastAt && (
            <span className="text-ink-faint wide:hidden">
              {' · '}
              <LastTokenText at={lastAt} since={seen.since} />
            </span>
          )}
        </span>
        <span className="max-wide:hidden">
          {(shown || lastAt) && <LastTokenText at={lastAt} since={seen.since} />}
        </span>
        <span className="max-wide:col-start-3 max-wide:row-span-2 max-wide:row-start-1">
          <IconButton
            label={named === 'client' ? `Scopes of ${name}` : `Scopes on ${api.name}`}
            icon={<ChevronRight className={`transition-transform ${open ? 'rotate-90' : ''}`} />}
            aria-expanded={open}
            aria-controls={panel}
            disabled={!shown && !open}
            onClick={() => setOpen(!open)}
          />
        </span>
      </div>
      {lockedBecause && (
        <p id={`${panel}-locked`} className="pr-3 pb-2.5 pl-23 text-xs text-ink-muted max-wide:pl-15">
          {lockedBecause}
        </p>
      )}
      {failure && <GrantFailure failure={failure} held={held} onRetry={(wanted) => writes.want(wanted)} />}
      {revoked && held === null && !busy && (
        <RevokedNote
          lifetime={api.tokenLifetime}
          read={() => seen.read({ clientId, audience: api.identifier })}
        />
      )}
      <div id={panel}>
        {open && shown && (
          <GrantPanel api={api} subject={subject} access={shown} read={seen.read} onScopes={setScopes} />
        )}
      </div>
    </li>
  )
})
