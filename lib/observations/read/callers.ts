import type { Kysely } from 'kysely'
import type { Tables } from '../../dashboard-database/tables.ts'

/** Who asked for tokens in a client's name. */
export type CallerUse = {
  ip: string
  userAgent: string
  /** Empty when it named none. */
  sdk: string
  firstAt: string
  lastAt: string
  issued: number
  refused: number
  /** Its last request was refused. */
  isRefused: boolean
}

/** Those that were kept (see `fold/callers.ts`), the one seen last first. */
export async function callersOf(db: Kysely<Tables>, clientId: string): Promise<CallerUse[]> {
  const rows = await db
    .selectFrom('observed_callers')
    .selectAll()
    .where('client_id', '=', clientId)
    .orderBy('last_at', 'desc')
    .execute()
  return rows.map((row) => ({
    ip: row.ip,
    userAgent: row.user_agent,
    sdk: row.sdk,
    firstAt: row.first_at,
    lastAt: row.last_at,
    issued: row.issued,
    refused: row.refused,
    isRefused: row.last_refused_at !== null && row.last_refused_at > (row.last_issued_at ?? ''),
  }))
}
