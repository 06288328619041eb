import type { Kysely } from 'kysely'
import type { Tables } from '../../dashboard-database/tables.ts'
import { type LastToken, lastEnd } from '../last-token.ts'
import { observedState } from './observed.ts'

/** What of a client's tokens lasts longest. */
export type LongestToken = LastToken & {
  /** Seconds. */
  lifetime: number
  api: string
}

/**
 * Of all APIs that a client may call or got a token for, the one whose last token expires last; null when it has
 * neither, or nothing was observed.
 */
export async function longestTokenOf(
  db: Kysely<Tables>,
  clientId: string,
  now: Date,
): Promise<LongestToken | null> {
  const [{ since }, apis] = await Promise.all([
    observedState(db),
    db
      .selectFrom('apis')
      .leftJoin('observed_tokens as token', (join) =>
        join.onRef('token.audience', '=', 'apis.identifier').on('token.client_id', '=', clientId),
      )
      .leftJoin('grants', (join) =>
        join.onRef('grants.audience', '=', 'apis.identifier').on('grants.client_id', '=', clientId),
      )
      .select(['apis.name as api', 'apis.token_lifetime as lifetime', 'token.last_at as at'])
      .where(({ eb, or }) => or([eb('token.client_id', 'is not', null), eb('grants.id', 'is not', null)]))
      .execute(),
  ])
  if (!since) return null
  return (
    lastEnd(
      apis.map((api) => ({ ...api, since })),
      now,
    ) ?? null
  )
}
