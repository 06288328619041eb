import type { Kysely } from 'kysely'
import type { Tables } from '../dashboard-database/tables.ts'
import { mirrorReading } from './state.ts'

/**
 * Reads with `take` what takes longer to put together than the rest of a page, and keeps it while nothing is written
 * to the mirror; `reading` names what it was read from.
 */
export function keptByReading<Value>(take: (db: Kysely<Tables>) => Promise<Value>) {
  const kept = new WeakMap<Kysely<Tables>, { reading: string; value: Value }>()
  return async (db: Kysely<Tables>): Promise<{ reading: string; value: Value }> => {
    const reading = await mirrorReading(db)
    const last = kept.get(db)
    if (last?.reading === reading) return last
    const taken = { reading, value: await take(db) }
    kept.set(db, taken)
    return taken
  }
}
