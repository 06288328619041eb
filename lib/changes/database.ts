import { join } from 'node:path'
import { Kysely } from 'kysely'
import { migrate } from '../database/migrate.ts'
import { nodeSqlite } from '../database/node-sqlite.ts'
import { migrations } from './migrations.ts'
import type { Tables } from './tables.ts'

/**
 * The dashboard's own database in `<dataDir>/dashboard.db`, made when missing, its schema brought up to date.
 * Rejects with NewerSchemaError, or with the file system's error.
 */
export async function openDashboardDatabase(dataDir: string): Promise<Kysely<Tables>> {
  const db = new Kysely<Tables>({ dialect: nodeSqlite(join(dataDir, 'dashboard.db')) })
  try {
    await migrate(db, migrations)
    return db
  } catch (error) {
    await db.destroy()
    throw error
  }
}
