import { join } from 'node:path'
import { Kysely } from 'kysely'
import { migrate } from '../database/migrate.ts'
import { nodeSqlite } from '../database/node-sqlite.ts'
import { postgres } from '../database/postgres.ts'
import { migrations } from './migrations.ts'
import { plainRows } from './plain-rows.ts'
import type { Tables } from './tables.ts'

type Place = {
  DATA_DIR: string
  /** `postgres://…`; without it the database is `<DATA_DIR>/dashboard.db`, made when missing. */
  DATABASE_URL?: string
}

/**
 * The dashboard's own database, its schema brought up to date. Rejects with NewerSchemaError, or with the error of
 * the file system or database server.
 */
export async function openDashboardDatabase({ DATA_DIR, DATABASE_URL }: Place): Promise<Kysely<Tables>> {
  const db = new Kysely<Tables>({
    dialect: DATABASE_URL ? postgres(DATABASE_URL, 'dashboard') : nodeSqlite(join(DATA_DIR, 'dashboard.db')),
    plugins: [plainRows],
  })
  try {
    await migrate(db, migrations)
    return db
  } catch (error) {
    await db.destroy()
    throw error
  }
}
