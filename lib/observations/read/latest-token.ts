import type { Kysely } from 'kysely'
import type { Tables } from '../../dashboard-database/tables.ts'

/** The last token that a client other than these got. */
export type LatestToken = { at: string; clientName: string }

export async function latestToken(db: Kysely<Tables>, except: string[]): Promise<LatestToken | null> {
  const row = await db
    .selectFrom('observed_tokens')
    .innerJoin('clients', 'clients.id', 'observed_tokens.client_id')
    .select(['observed_tokens.last_at as at', 'clients.name as clientName'])
    .where('clients.id', 'not in', ['', ...except])
    .orderBy('observed_tokens.last_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}
