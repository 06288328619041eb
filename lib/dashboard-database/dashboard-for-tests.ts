import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'

/**
 * A dashboard's database of its own for the modules that are imported after it; `databaseUrl` for one on PostgreSQL.
 * No tenant is behind it.
 */
export async function dashboardForTests(databaseUrl?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'dashboard-'))
  Object.assign(process.env, {
    AUTH0_DOMAIN: 'acme.eu.auth0.com',
    AUTH0_CLIENT_ID: 'a',
    AUTH0_CLIENT_SECRET: 'b',
    AUTH0_SECRET: 'x'.repeat(32),
    APP_BASE_URL: 'https://grantboard.acme.example',
    MANAGEMENT_CLIENT_ID: 'c',
    MANAGEMENT_CLIENT_SECRET: 'd',
    DATA_DIR: folder,
    DATABASE_URL: databaseUrl ?? '',
  })
  vi.resetModules() // the configuration is read once in the life of a process
  const { dashboardDatabase } = await import('./database')
  const db = await dashboardDatabase()
  return {
    db,
    async close() {
      await db.destroy()
      rmSync(folder, { recursive: true })
    },
  }
}
