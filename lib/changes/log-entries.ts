import 'server-only'
import type { Selectable } from 'kysely'
import { dashboardDatabase } from '../dashboard-database/database'
import type { ChangeTables } from './tables'

/** What the tenant's own log says of a call that was made for a change set. */
export type SetLogEntry = Selectable<ChangeTables['change_set_log_entries']>

/** A window of the entries of one set's calls, in the order of the log, and how many there are. */
export async function readLogEntries(
  setId: string,
  skip: number,
  take: number,
): Promise<{ entries: SetLogEntry[]; total: number }> {
  const db = await dashboardDatabase()
  const ofSet = db.selectFrom('change_set_log_entries').where('set_id', '=', setId)
  const [entries, { total }] = await Promise.all([
    ofSet.selectAll().orderBy('at').orderBy('log_id').offset(skip).limit(take).execute(),
    ofSet.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  return { entries, total: Number(total) }
}

/** By set, when the tenant logged the first of its calls, and how many it logged. */
export async function countLogEntries(
  setIds: string[],
): Promise<Map<string, { count: number; firstAt: string }>> {
  if (setIds.length === 0) return new Map()
  const db = await dashboardDatabase()
  const rows = await db
    .selectFrom('change_set_log_entries')
    .select(({ fn }) => ['set_id', fn.countAll<number>().as('count'), fn.min('at').as('firstAt')])
    .where('set_id', 'in', setIds)
    .groupBy('set_id')
    .execute()
  return new Map(rows.map(({ set_id, count, firstAt }) => [set_id, { count: Number(count), firstAt }]))
}
