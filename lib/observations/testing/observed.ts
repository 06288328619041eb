import type { Kysely } from 'kysely'
import type { Tables } from '../../dashboard-database/tables.ts'
import type { ObservationTables } from '../tables.ts'

const tables = [
  'observed_tokens',
  'observed_hours',
  'observed_days',
  'observed_callers',
  'observed_failures',
  'observed_strangers',
  'observed_secrets',
] as const satisfies (keyof ObservationTables)[]

/** Everything that was observed, in an order of its own. */
export async function observed(db: Kysely<Tables>): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {}
  for (const table of tables) {
    const rows = await db.selectFrom(table).selectAll().execute()
    all[table] = rows.map((row) => JSON.stringify(row)).sort()
  }
  return all
}
