import 'server-only'
import type { Kysely } from 'kysely'
import type { Tables } from '../dashboard-database/tables.ts'
import { readNewestEntry } from './calls'
import { beginSynchronization } from './due.ts'
import { beginLog, isLogRefused } from './look'
import { readState, updateState, withState } from './state.ts'

/**
 * The state of the mirror of this tenant. One that was never read, or another one than last time, is begun: the place
 * in its log first, so that whatever changes while its lists are read is told by it.
 */
export async function beginMirror(db: Kysely<Tables>, tenant: string, signal: AbortSignal) {
  await db
    .insertInto('mirror_state')
    .values({ id: 1, tenant, generation: 0, read_count: 0, own_writes: 0 })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const state = await readState(db)
  const isKnown = state?.tenant === tenant && state.generation > 0
  if (!isKnown) {
    const newest = await readNewestEntry(signal).catch((error: Error) => {
      if (isLogRefused(error)) return error
      throw error
    })
    await withState(db, async (trx, current) => {
      await forget(trx, tenant)
      if (newest instanceof Error) await updateState(trx, { log_unusable: newest.message })
      else await beginLog(trx, newest, null)
      // Another number than any before: rows of the old ones are in nobody's way and go by and by.
      const generation = Math.max(current.generation, current.building ?? 0)
      await beginSynchronization(
        trx,
        { generation, building: null },
        'The tenant is read for the first time.',
      )
      await updateState(trx, { generation: generation + 1 }) // until it is complete, what is read so far is shown
    })
  }
  return readState(db)
}

async function forget(trx: Kysely<Tables>, tenant: string) {
  await trx.deleteFrom('mirror_settings').execute()
  await updateState(trx, {
    tenant,
    synchronized_at: null,
    as_of: null,
    unreachable_since: null,
    unreachable_because: null,
    log_complete_since: null,
    log_cursor: null,
  })
}
