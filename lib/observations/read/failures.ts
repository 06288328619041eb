import type { Kysely } from 'kysely'
import type { Tables } from '../../dashboard-database/tables.ts'

/** Requests of one client for one API that were refused for one reason. */
export type Failure = {
  clientId: string
  /** Null when the tenant no longer has it, or the mirror not yet. */
  clientName: string | null
  /** Null for requests that named no API of the tenant. */
  api: { id: string; name: string } | null
  /** A `Reason`, or the words of the tenant. */
  reason: string
  /** What the tenant said the last time. */
  said: string
  firstAt: string
  lastAt: string
  count: number
}

/** Why a client, or clients at an API, were refused; the latest first, at most `limit`. */
export async function failuresOf(
  db: Kysely<Tables>,
  of: { clientId: string } | { audience: string },
  limit: number,
): Promise<Failure[]> {
  const rows = await db
    .selectFrom('observed_failures as failure')
    .leftJoin('apis', 'apis.identifier', 'failure.audience')
    .leftJoin('clients', 'clients.id', 'failure.client_id')
    .selectAll('failure')
    .select(['apis.id as api_id', 'apis.name as api_name', 'clients.name as client_name'])
    .where((eb) =>
      'clientId' in of ? eb('failure.client_id', '=', of.clientId) : eb('failure.audience', '=', of.audience),
    )
    .orderBy('failure.last_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    clientId: row.client_id,
    clientName: row.client_name,
    api: row.api_id && row.api_name ? { id: row.api_id, name: row.api_name } : null,
    reason: row.reason,
    said: row.said,
    firstAt: row.first_at,
    lastAt: row.last_at,
    count: row.count,
  }))
}
