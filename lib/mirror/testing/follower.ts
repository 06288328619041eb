import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { vi } from 'vitest'
import { openDashboardDatabase } from '../../dashboard-database/open.ts'
import type { Tables } from '../../dashboard-database/tables.ts'
import { follow } from '../follow'
import { readState } from '../state.ts'
import type { MirrorState } from '../tables.ts'

/** A dashboard's database of its own, and the mirror in it; `databaseUrl` for one on PostgreSQL. */
export async function mirrorForTests(databaseUrl?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-'))
  const place = { DATA_DIR: folder, DATABASE_URL: databaseUrl }
  const db = await openDashboardDatabase(place)
  let following: { stop: AbortController; over: Promise<void> } | undefined

  const stopFollowing = async () => {
    following?.stop.abort()
    await following?.over
    following = undefined
  }
  return {
    db,
    /** The database, as the environment of a process names it. */
    place,
    /** Follows the tenant of the environment until told to stop, and looks every so often. */
    follow(intervalMs = 50) {
      const tenant = new URL(process.env.AUTH0_DOMAIN ?? '').host
      const stop = new AbortController()
      following = { stop, over: follow({ db, tenant, intervalMs, signal: stop.signal }) }
    },
    stopFollowing,
    until: (reached: (state: MirrorState) => boolean | Promise<boolean>) => untilState(db, reached),
    /** Resolves when everything that happened before is in the mirror. */
    async upToDate() {
      const { looks = 0 } = (await readState(db)) ?? {}
      await db
        .updateTable('mirror_state')
        .set({ looks_wanted: looks + 2 })
        .execute()
      await untilState(db, (state) => state.looks >= looks + 2 && state.building === null)
    },
    async close() {
      await stopFollowing()
      await db.destroy()
      rmSync(folder, { recursive: true })
    },
  }
}

async function untilState(
  db: Kysely<Tables>,
  reached: (state: MirrorState) => boolean | Promise<boolean>,
): Promise<MirrorState> {
  return vi.waitUntil(
    async () => {
      const state = await readState(db)
      return state && (await reached(state)) ? state : undefined
    },
    { timeout: 40_000, interval: 20 },
  ) as Promise<MirrorState>
}
