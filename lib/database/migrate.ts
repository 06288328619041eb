import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { alone } from './alone.ts'
import { isPostgres } from './postgres.ts'

/** The schema's history; names sort in the order they are applied: `001_clients`. */
export type Migrations = Record<string, Migration>

/** The database was written by a newer Grantboard; nothing was changed. */
export class NewerSchemaError extends Error {
  override name = 'NewerSchemaError'
}

/**
 * Brings the schema up to date in one transaction, once, however many processes start at the same time. Rejects with
 * NewerSchemaError when it is ahead of `migrations`; then, as after every other failure, nothing was changed.
 */
export async function migrate<Tables>(db: Kysely<Tables>, migrations: Migrations): Promise<void> {
  await alone(db, async (trx) => {
    await createSchema(trx)
    const applied = await appliedTo(trx)
    const unknown = applied.find((name) => !(name in migrations))
    if (unknown) {
      throw new NewerSchemaError(
        `The database has the schema "${unknown}", which this version of Grantboard does not know: start a newer version.`,
      )
    }

    for (const name of Object.keys(migrations).sort()) {
      if (applied.includes(name)) continue
      await migrations[name]?.up(trx)
      await sql`insert into kysely_migration (name, timestamp) values (${name}, ${now()})`.execute(trx)
    }
  })
}

/** On PostgreSQL, the schema that every connection looks for its tables in. */
async function createSchema<Tables>(trx: Kysely<Tables>) {
  if (!isPostgres(trx)) return
  const { rows } = await sql<{ existing: string | null; wanted: string }>`
    select current_schema() as existing, current_setting('search_path') as wanted`.execute(trx)
  // Asked for only where it is missing: an operator may have made it for a user who may not.
  for (const { existing, wanted } of rows) {
    if (existing === null) await sql`create schema ${sql.raw(wanted)}`.execute(trx)
  }
}

async function appliedTo<Tables>(trx: Kysely<Tables>): Promise<string[]> {
  await sql`create table if not exists kysely_migration (
    name varchar(255) not null primary key, timestamp varchar(255) not null)`.execute(trx)
  return appliedMigrations(trx)
}

/** The names of the migrations that a database has had. Rejects with the driver's error when it never had any. */
export async function appliedMigrations<Tables>(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}

const now = () => new Date().toISOString()
