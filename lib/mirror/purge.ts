import { type Kysely, sql } from 'kysely'
import { isPostgres } from '../database/postgres.ts'
import { liveGenerations } from './state.ts'
import { generationTables } from './store.ts'
import type { MirrorState, MirrorTables } from './tables.ts'

/** Few enough that nobody waits for it. */
const rowsAtOnce = 1000
/** Own writes are of use until the tenant's log has told of them. */
const ownWritesKept = 10_000

/** Removes some rows of generations that nobody looks at any more. Resolves with whether there may be others. */
export async function purgeSome(db: Kysely<MirrorTables>, state: MirrorState): Promise<boolean> {
  await db
    .deleteFrom('mirror_own_writes')
    .where('mark', '<', state.own_writes - ownWritesKept)
    .execute()
  const row = sql.ref(isPostgres(db) ? 'ctid' : 'rowid')
  const live = sql.join(liveGenerations(state))
  for (const table of generationTables) {
    const old = sql`select ${row} from ${sql.table(table)} where generation < ${Math.min(...liveGenerations(state))}
      or generation not in (${live}) limit ${rowsAtOnce}`
    const { numAffectedRows = 0n } =
      await sql`delete from ${sql.table(table)} where ${row} in (${old})`.execute(db)
    if (numAffectedRows > 0n) return true
  }
  return false
}
