import type { AccessState } from '@/components/grants/access'
import type { GrantApi, GrantSubject } from '@/components/grants/grant-subject'
import { grantWrites, type Ways } from '@/components/grants/use-grant-writes'
import { useKeptWrites } from '@/components/grants/use-kept-writes'

/** An API the client may be authorized for. */
export type ApiRow = {
  api: GrantApi
  access: AccessState
  /** Why the client's grant for it can't be changed here. */
  lockedBecause?: string
}

/** The writes of the client at each API, by its id. */
export function useClientGrantWrites(client: GrantSubject, rows: ApiRow[], reading: string, ways: Ways) {
  return useKeptWrites(client.clientId, reading, () =>
    rows.map(({ api, access }) => [api.id, () => grantWrites(api, client, access, ways)]),
  )
}
