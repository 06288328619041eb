import type { Kysely } from 'kysely'
import type { Tables } from '../dashboard-database/tables.ts'
import {
  apiDifference,
  clientDifference,
  grantDifference,
  shownApi,
  shownClient,
  shownGrant,
} from './differences.ts'
import { correlationIdOf, type Difference, ownCorrelationIds, recordElsewhere } from './elsewhere.ts'
import type { LogEntry } from './log-entry.ts'
import type { Reread } from './reread'
import { touchedBy } from './touched.ts'

/**
 * Records what the entries tell of changes that were not made here: what the mirror shows until now, and what the
 * tenant was found to hold. Call it before the latter is kept.
 */
export async function noteElsewhere(trx: Kysely<Tables>, entries: LogEntry[], now: Reread): Promise<void> {
  const own = await ownCorrelationIds(trx, entries)
  const told = new Set<string>()
  const found: { entry: LogEntry; differences: Difference[] }[] = []
  // The latest entry about an object tells who brought it to what it is now.
  for (const entry of entries.toReversed()) {
    if (own.has(correlationIdOf(entry) ?? '')) continue
    const { changed, removed } = touchedBy([entry])
    const differences: Difference[] = []
    const once = async (key: string, find: () => Promise<Difference[]>) => {
      if (told.has(key)) return
      told.add(key)
      differences.push(...(await find()))
    }
    for (const id of [...changed.clients, ...removed.clients])
      await once(`client ${id}`, async () =>
        clientDifference(await shownClient(trx, id), rowOf(now.clients, id)),
      )
    for (const id of [...changed.apis, ...removed.apis])
      await once(`api ${id}`, async () => apiDifference(await shownApi(trx, id), rowOf(now.apis, id)))
    for (const id of [...changed.grants, ...removed.grants])
      await once(`grant ${id}`, () => grantDifferenceOf(trx, id, rowOf(now.grants, id)))
    found.push({ entry, differences })
  }
  for (const { entry, differences } of found.toReversed()) await recordElsewhere(trx, entry, differences)
}

const rowOf = <Row extends { id: string; identifier?: string }>({ rows }: { rows: Row[] }, named: string) =>
  rows.find(({ id, identifier }) => id === named || identifier === named) ?? null

async function grantDifferenceOf(
  trx: Kysely<Tables>,
  id: string,
  is: Reread['grants']['rows'][number] | null,
) {
  const was = await shownGrant(trx, id)
  const row = is ?? was
  if (!row) return []
  const [client, api] = [await shownClient(trx, row.client_id), await shownApi(trx, row.audience)]
  return grantDifference(was, is, {
    clientName: client?.name ?? row.client_id,
    apiName: api?.name ?? row.audience,
    apiId: api?.id,
  })
}
