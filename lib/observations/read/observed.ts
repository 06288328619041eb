import type { Kysely } from 'kysely'
import type { Tables } from '../../dashboard-database/tables.ts'

/** How far what was observed can be trusted. */
export type Observed = {
  /** ISO 8601, UTC: since then every request for a token was seen. Null before the log was read at all. */
  since: string | null
  /** Why what was before that was not seen, where it was lost. */
  gap: string | null
  /** Why nothing can be observed. */
  unusable: string | null
}

/** Since when, and whether, the tenant's log tells of tokens. */
export async function observedState(db: Kysely<Tables>): Promise<Observed> {
  const state = await db
    .selectFrom('mirror_state')
    .select(['log_complete_since', 'log_gap', 'log_unusable'])
    .executeTakeFirst()
  return {
    since: state?.log_complete_since ?? null,
    gap: state?.log_gap ?? null,
    unusable: state?.log_unusable ?? null,
  }
}
