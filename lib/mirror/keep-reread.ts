import 'server-only'
import type { Kysely } from 'kysely'
import type { Tables } from '../dashboard-database/tables.ts'
import type { LogEntry } from './log-entry.ts'
import { noteElsewhere } from './note-elsewhere.ts'
import { objectKeyOf, writtenSince } from './own-writes'
import type { Reread } from './reread'
import { putSettings } from './settings-row.ts'
import { liveGenerations } from './state.ts'
import { putApis, putClients, putGrants, removeApis, removeClients, removeGrants } from './store.ts'
import type { MirrorState } from './tables.ts'

/**
 * Keeps what was read again, and in the record what of it was changed elsewhere; but not what the dashboard itself has written since `before`, when reading began: of
 * that it knows better, and the log will tell of it once more.
 */
export async function keepReread(
  trx: Kysely<Tables>,
  { before, current }: { before: MirrorState; current: MirrorState },
  now: Reread,
  entries: LogEntry[],
) {
  if (current.synchronized_at !== null) await noteElsewhere(trx, entries, now)
  const { clients, apis, grants, settings } = now
  const generations = liveGenerations(current)
  const newer = await writtenSince(trx, before.own_writes)
  const older = (kind: string) => (row: { id: string }) => !newer.has(objectKeyOf(kind, row.id))
  const stillGone = (kind: string) => (id: string) => !newer.has(objectKeyOf(kind, id))

  await removeGrants(trx, generations, grants.gone.filter(stillGone('grants')))
  await removeApis(trx, generations, apis.gone.filter(stillGone('apis')))
  await removeClients(trx, generations, clients.gone.filter(stillGone('clients')))
  await putClients(trx, generations, clients.rows.filter(older('clients')))
  await putApis(trx, generations, apis.rows.filter(older('apis')))
  await putGrants(trx, generations, grants.rows.filter(older('grants')))
  if (settings && !newer.has('settings')) await putSettings(trx, settings)
}
