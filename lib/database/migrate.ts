import { type Kysely, sql } from 'kysely'
import { DEFAULT_MIGRATION_TABLE, type Migration, Migrator } from 'kysely/migration'

/** The schema's history; names sort in the order they are applied: `001_clients`. */
export type Migrations = Record<string, Migration>

/** The database was written by a newer Grantboard; nothing was changed. */
export class NewerSchemaError extends Error {
  override name = 'NewerSchemaError'
}

/** Brings the schema up to date in one transaction. Rejects with NewerSchemaError when it is ahead of `migrations`. */
export async function migrate<Tables>(db: Kysely<Tables>, migrations: Migrations): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const unknown = (await appliedTo(db)).find((name) => !(name in migrations))
  if (unknown) {
    throw new NewerSchemaError(
      `The database has the schema "${unknown}", which this version of Grantboard does not know: start a newer version.`,
    )
  }

  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

async function appliedTo<Tables>(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return []

  const { rows } = await sql<{
    name: string
  }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db)
  return rows.map(({ name }) => name)
}
