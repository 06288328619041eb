import type { Kysely } from 'kysely'
import type { Tables } from '../dashboard-database/tables.ts'
import { secretEvent } from '../observations/token-event.ts'
import {
  apiDifference,
  clientDifference,
  grantDifference,
  secretDifference,
  settingsDifference,
  shownApi,
  shownClient,
  shownGrant,
} from './differences.ts'
import {
  correlationIdOf,
  type Difference,
  type Found,
  foundInLog,
  ownCorrelationIds,
  recordElsewhere,
} from './elsewhere.ts'
import type { LogEntry } from './log-entry.ts'
import { operationOf } from './operation.ts'
import type { Reread } from './reread'
import { type SettingsRow, settingsOf, shownSettings } from './settings-row.ts'
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
    const { changed, removed, settings } = touchedBy([entry])
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
      await once(`grant ${id}`, () => grantDifferenceOf(trx, id, now))
    if (settings && now.settings) {
      const is = now.settings
      await once('settings', async () => settingsDifference(await shownSettings(trx), settingsOf(is)))
    }
    differences.push(...(await newSecret(trx, entry, now)))
    found.push({ entry, differences })
  }
  for (const { entry, differences } of found.toReversed())
    await recordElsewhere(trx, foundInLog(entry), differences)
}

/** Records what of the tenant's settings, just read, is different from what is shown. Call it before they are kept. */
export async function noteSettings(trx: Kysely<Tables>, found: Found, is: SettingsRow): Promise<void> {
  await recordElsewhere(trx, found, settingsDifference(await shownSettings(trx), settingsOf(is)))
}

/** A secret is never seen to change: that it was set anew is told by the entry alone. */
async function newSecret(trx: Kysely<Tables>, entry: LogEntry, now: Reread): Promise<Difference[]> {
  const set = secretEvent(entry)
  const operation = operationOf(entry.details?.request?.method ?? '', entry.details?.request?.path ?? '')
  if (!set || operation?.id === undefined) return [] // one that comes with a new client is part of that
  const client = rowOf(now.clients, set.clientId) ?? (await shownClient(trx, set.clientId))
  return [secretDifference(set.clientId, client?.name ?? set.clientId)]
}

const rowOf = <Row extends { id: string; identifier?: string }>({ rows }: { rows: Row[] }, named: string) =>
  rows.find(({ id, identifier }) => id === named || identifier === named) ?? null

async function grantDifferenceOf(trx: Kysely<Tables>, id: string, { clients, apis, grants }: Reread) {
  const [was, is] = [await shownGrant(trx, id), rowOf(grants, id)]
  const row = is ?? was
  if (!row) return []
  const client = rowOf(clients, row.client_id) ?? (await shownClient(trx, row.client_id))
  const api = rowOf(apis, row.audience) ?? (await shownApi(trx, row.audience))
  return grantDifference(was, is, {
    clientName: client?.name ?? row.client_id,
    apiName: api?.name ?? row.audience,
    apiId: api?.id,
  })
}
