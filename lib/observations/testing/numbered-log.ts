import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../dashboard-database/tables.ts'
import { foldObservations } from '../fold.ts'
import { issued, refused } from './entries.ts'

const batch = 3

/** A log that every process reads the same from, 10 minutes from one entry to the next. */
export const numberedLog = Array.from({ length: 240 }, (_, number) => {
  const entry = {
    date: new Date(Date.UTC(2026, 10, 24) + number * 600_000).toISOString(),
    client_id: `client-${number % 7}`,
    audience: `urn:api:${number % 3}`,
    ip: `10.0.0.${number % 90}`,
  }
  return number % 5 === 4 ? refused(entry) : issued(entry)
})

export const createCursor = (db: Kysely<Tables>) => sql`create table cursor (at integer not null)`.execute(db)

/** Folds the next entries and moves the cursor, in one transaction; resolves with whether there were any. */
export const foldNumbered = (db: Kysely<Tables>): Promise<boolean> =>
  db.transaction().execute(async (trx) => {
    await sql`update cursor set at = at`.execute(trx) // one process at a time
    const { rows } = await sql<{ at: number }>`select at from cursor`.execute(trx)
    const at = rows[0]?.at ?? 0
    const entries = numberedLog.slice(at, at + batch)
    if (entries.length === 0) return false
    await foldObservations(trx, entries)
    await sql`update cursor set at = ${at + entries.length}`.execute(trx)
    return true
  })
