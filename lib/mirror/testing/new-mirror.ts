import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDashboardDatabase } from '../../dashboard-database/open.ts'

/** For tests: a dashboard's new database, whose mirror shows a tenant that holds nothing; `close` takes it away. */
export async function newMirror(newDatabase: () => Promise<string | undefined>) {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-'))
  const db = await openDashboardDatabase({ DATA_DIR: folder, DATABASE_URL: await newDatabase() })
  await db
    .insertInto('mirror_state')
    .values({ id: 1, tenant: 'acme', generation: 1, read_count: 0, own_writes: 0 })
    .execute()
  const close = async () => {
    await db.destroy()
    rmSync(folder, { recursive: true })
  }
  return { db, close }
}
