import type { Kysely } from 'kysely'
import type { Tables } from '../dashboard-database/tables.ts'
import { correlationIdOf, ownCorrelationIds } from '../mirror/elsewhere.ts'
import type { LogEntry } from '../mirror/log-entry.ts'

/**
 * Keeps what new entries of the tenant's log say of calls that were made here, under the change set they were part
 * of: its id is their correlation id. Bodies are not kept, so no secret is.
 */
export async function keepLogEntries(trx: Kysely<Tables>, entries: LogEntry[]): Promise<void> {
  const own = await ownCorrelationIds(trx, entries)
  const rows = entries.flatMap((entry) => {
    const setId = correlationIdOf(entry)
    return setId && own.has(setId) ? [rowOf(entry, setId)] : []
  })
  if (rows.length === 0) return
  await trx
    .insertInto('change_set_log_entries')
    .values(rows)
    .onConflict((conflict) => conflict.column('log_id').doNothing())
    .execute()
}

const rowOf = ({ log_id, date, type, description, details }: LogEntry, set_id: string) => ({
  ...{ log_id, set_id, at: date },
  description: description || type,
  method: (details?.request?.method ?? '').toUpperCase(),
  path: details?.request?.path ?? '',
  status: details?.response?.statusCode ?? 0,
})
