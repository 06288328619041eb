import { type Kysely, sql } from 'kysely'
import { isPostgres } from '../database/postgres.ts'

/** `until` is in milliseconds since 1970 by the database's own clock. */
export type LeaseTables = { leases: { name: string; holder: string; until: number } }

export const createLeases = (db: Kysely<never>) =>
  db.schema
    .createTable('leases')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .execute()

/**
 * Takes, or keeps, what only one process may do at a time (`name`) for the next `milliseconds`. Resolves with whether
 * `holder` has it; another gets it when it is given up or not renewed in time.
 */
export async function holdLease(
  db: Kysely<LeaseTables>,
  name: string,
  holder: string,
  milliseconds: number,
): Promise<boolean> {
  const now = databaseClock(db)
  const until = sql<number>`${now} + ${sql.lit(Math.round(milliseconds))}`
  const held = await db
    .insertInto('leases')
    .values({ name, holder, until })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ holder, until })
        .where(({ eb, or }) => or([eb('leases.holder', '=', holder), eb('leases.until', '<', now)])),
    )
    .returning('holder')
    .executeTakeFirst()
  return held !== undefined
}

/** Lets another process have it at once; nothing happens when `holder` does not have it. */
export async function giveUpLease(db: Kysely<LeaseTables>, name: string, holder: string): Promise<void> {
  await db.deleteFrom('leases').where('name', '=', name).where('holder', '=', holder).execute()
}

/** The processes' clocks may differ; the one of the database they share does not. */
const databaseClock = (db: Kysely<LeaseTables>) =>
  isPostgres(db)
    ? sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`
    : sql<number>`cast(unixepoch('subsec') * 1000 as integer)`
