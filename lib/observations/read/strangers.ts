import type { Kysely } from 'kysely'
import type { Tables } from '../../dashboard-database/tables.ts'
import { countsOf } from './counts.ts'

/** Requests that named no client of the tenant. */
export type Strangers = {
  /** In the last 24 hours. */
  refused: number
  /** What the last of them said it was, and from where; null when there was none. */
  last: { clientId: string; ip: string; at: string } | null
}

export async function strangersLately(db: Kysely<Tables>, now: Date): Promise<Strangers> {
  const [sum, last] = await Promise.all([
    db
      .selectFrom(countsOf(db, '24h', now))
      .select(({ fn }) => fn.sum<number | null>('refused').as('refused'))
      .where('client_id', '=', '')
      .executeTakeFirst(),
    db
      .selectFrom('observed_strangers')
      .select(['client_id as clientId', 'ip', 'last_at as at'])
      .orderBy('last_at', 'desc')
      .limit(1)
      .executeTakeFirst(),
  ])
  return { refused: Number(sum?.refused ?? 0), last: last ?? null }
}
