'use client'

import { attempt } from '@/components/ui/attempt'
import { addToCount } from '@/components/ui/live-count'
import { toastDone } from '@/components/ui/toast'
import type { ActionResult } from '@/lib/action-state'
import type { Access } from '@/lib/grants/grant'
import type { AccessChange } from '@/lib/grants/schema'
import { type AccessState, describeDone, sameState } from './access'
import { DoneDetail } from './done-detail'
import { grantCount } from './grant-count'
import type { GrantListRow } from './grant-list'
import type { GrantApi, GrantSubject } from './grant-subject'
import type { SeenTokens } from './seen-tokens'
import { SerialWrites } from './serial-writes'
import { useKeptWrites } from './use-kept-writes'

/** What the page hands in: one write of one grant, and one reading of it. */
export type GrantActions = {
  set: (change: AccessChange) => Promise<ActionResult<Access | null>>
  read: (of: { clientId: string; audience: string }) => Promise<ActionResult<Access | null>>
}

/** How grants are written and read, and what is known of their tokens. */
export type Ways = { actions: GrantActions; seen: SeenTokens }

/** The writes of each client at the API, by its ID. */
export function useGrantWrites(api: GrantApi, rows: GrantListRow[], reading: string, ways: Ways) {
  return useKeptWrites(api.id, reading, () =>
    rows.map((row) => [row.clientId, () => grantWrites(api, row, row.access, ways)]),
  )
}

/** The writes of one client at one API, and what is said when one is done. */
export function grantWrites(
  api: GrantApi,
  subject: GrantSubject,
  access: AccessState,
  { actions, seen }: Ways,
) {
  const { clientId, name } = subject
  const names = { client: name, api: api.name }
  const of = { clientId, audience: api.identifier }
  const writes: SerialWrites<AccessState> = new SerialWrites<AccessState>({
    held: access,
    same: sameState,
    // What is not known can't be clicked; the action compares what was on screen with what the tenant holds.
    write: (from = null, to = null) =>
      attempt(() => actions.set({ ...of, clientName: name, apiName: api.name, from, to })),
    read: () => attempt(() => actions.read(of)),
    onDone: (before, after) => {
      const change = Number(Boolean(after)) - Number(Boolean(before))
      for (const tab of [grantCount.ofApi(api.id), grantCount.ofClient(clientId)]) addToCount(tab, change)
      const { title, ...done } = describeDone(before, after, api.scopes.length, names)
      const detail = <DoneDetail {...done} api={api} subject={subject} read={seen.read} />
      toastDone(title, detail, { onClick: () => writes.want(before) })
    },
  })
  return writes
}
