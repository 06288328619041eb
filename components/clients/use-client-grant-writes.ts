import { useState } from 'react'
import type { AccessState } from '@/components/grants/access'
import type { GrantApi, GrantSubject } from '@/components/grants/grant-subject'
import { rememberedWrites } from '@/components/grants/remembered-writes'
import { grantWrites, type Ways } from '@/components/grants/use-grant-writes'

/** An API the client may be authorized for. */
export type ApiRow = {
  api: GrantApi
  access: AccessState
  /** Why the client's grant for it can't be changed here. */
  lockedBecause?: string
}

/** The writes of each row, alive as long as this reading of the page is. */
export function useClientGrantWrites(client: GrantSubject, rows: ApiRow[], reading: string, ways: Ways) {
  const page = `${client.clientId} ${reading}`
  const [writes] = useState(
    () =>
      new Map(
        rows.map(({ api, access }) => [
          api.id,
          rememberedWrites(page, api.id, () => grantWrites(api, client, access, ways)),
        ]),
      ),
  )
  return writes
}
