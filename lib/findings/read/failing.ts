import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../dashboard-database/tables.ts'
import { type Finding, type Findings, recentDays } from '../finding.ts'
import { daysBefore, type Look, notSnoozed, shownOfAKind, totalRows } from './scope.ts'

/** One slip of a person is no failure. */
const leastRefusals = 3

/** Clients whose requests began to be refused within a week, were so within a day, and got no token since. */
export async function failingClients(db: Kysely<Tables>, { now, except }: Look): Promise<Findings> {
  const object = sql<string>`failure.client_id || ' ' || failure.audience || ' ' || failure.reason`
  const rows = await db
    .selectFrom('observed_failures as failure')
    .innerJoin('clients', 'clients.id', 'failure.client_id')
    .leftJoin('apis', 'apis.identifier', 'failure.audience')
    .selectAll('failure')
    .select([
      object.as('object'),
      'clients.name as client_name',
      'apis.id as api_id',
      'apis.name as api_name',
      totalRows.as('total'),
    ])
    .where('clients.id', 'not in', ['', ...except])
    .where('failure.first_at', '>=', daysBefore(now, recentDays))
    .where('failure.last_at', '>=', daysBefore(now, 1))
    .where('failure.count', '>=', leastRefusals)
    .where(
      sql<boolean>`not exists (select 1 from observed_tokens as token
        where token.client_id = failure.client_id and token.last_at > failure.last_at
        and (token.audience = failure.audience or failure.audience = ''))`,
    )
    .where(notSnoozed('failing', object, now))
    .orderBy('failure.last_at', 'desc')
    .limit(shownOfAKind)
    .execute()
  const findings = rows.map(
    (row): Finding => ({
      kind: 'failing',
      object: row.object,
      client: { id: row.client_id, name: row.client_name },
      api: row.api_id && row.api_name ? { id: row.api_id, name: row.api_name } : null,
      reason: row.reason,
      said: row.said,
      count: row.count,
      firstAt: row.first_at,
      lastAt: row.last_at,
    }),
  )
  return { kind: 'failing', total: rows[0]?.total ?? 0, findings }
}
