import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../dashboard-database/tables.ts'
import { holdsGrant, machinesWithoutGrant } from '../../mirror/without-grant.ts'
import { type Finding, type Findings, unusedAfterDays } from '../finding.ts'
import { daysBefore, type Look, notSnoozed, shownOfAKind, totalRows } from './scope.ts'

/**
 * Clients that may call an API and got no token for 30 days. What was created since, or while the log was not read
 * for that long, is not claimed to be unused.
 */
export async function unusedClients(db: Kysely<Tables>, { now, since, except }: Look): Promise<Findings> {
  const before = daysBefore(now, unusedAfterDays)
  if (!since || since > before) return { kind: 'unused_client', total: 0, findings: [] }

  const lastAt = sql<string | null>`(select max(last_at) from observed_tokens where client_id = clients.id)`
  const rows = await db
    .selectFrom('clients')
    .select(['id', 'name', lastAt.as('last_at'), totalRows.as('total')])
    .where('id', 'not in', ['', ...except])
    .where(holdsGrant)
    .where(sql<boolean>`coalesce(${lastAt}, clients.created_at, '') < ${before}`)
    .where(notSnoozed('unused_client', sql<string>`clients.id`, now))
    .orderBy('last_at')
    .orderBy('sort_name')
    .limit(shownOfAKind)
    .execute()
  const findings = rows.map(
    ({ id, name, last_at }): Finding => ({
      kind: 'unused_client',
      object: id,
      client: { id, name },
      lastAt: last_at,
    }),
  )
  return { kind: 'unused_client', total: rows[0]?.total ?? 0, findings }
}

/** Grants without a token for 30 days, of clients that do get tokens for other APIs. */
export async function unusedGrants(db: Kysely<Tables>, { now, since, except }: Look): Promise<Findings> {
  const before = daysBefore(now, unusedAfterDays)
  if (!since || since > before) return { kind: 'unused_grant', total: 0, findings: [] }

  const object = sql<string>`grants.client_id || ' ' || grants.audience`
  const rows = await db
    .selectFrom('grants')
    .innerJoin('clients', 'clients.id', 'grants.client_id')
    .innerJoin('apis', 'apis.identifier', 'grants.audience')
    .leftJoin('observed_tokens as token', (join) =>
      join.onRef('token.client_id', '=', 'grants.client_id').onRef('token.audience', '=', 'grants.audience'),
    )
    .select([
      object.as('object'),
      'clients.id as client_id',
      'clients.name as client_name',
      'apis.id as api_id',
      'apis.name as api_name',
      'token.last_at',
      totalRows.as('total'),
    ])
    .where('clients.id', 'not in', ['', ...except])
    .where(sql<boolean>`coalesce(token.last_at, clients.created_at, '') < ${before}`)
    .where('grants.client_id', 'in', ({ selectFrom }) =>
      selectFrom('observed_tokens').select('client_id').where('last_at', '>=', before),
    )
    .where(notSnoozed('unused_grant', object, now))
    .orderBy('token.last_at')
    .orderBy('clients.sort_name')
    .limit(shownOfAKind)
    .execute()
  const findings = rows.map(
    (row): Finding => ({
      kind: 'unused_grant',
      object: row.object,
      client: { id: row.client_id, name: row.client_name },
      api: { id: row.api_id, name: row.api_name },
      lastAt: row.last_at,
    }),
  )
  return { kind: 'unused_grant', total: rows[0]?.total ?? 0, findings }
}

/** Clients that may use client credentials and are authorized for no API. */
export async function clientsWithoutGrant(db: Kysely<Tables>, { now, except }: Look): Promise<Findings> {
  const rows = await machinesWithoutGrant(db, except)
    .where(notSnoozed('no_grant', sql<string>`clients.id`, now))
    .limit(shownOfAKind)
    .execute()
  const findings = rows.map(
    ({ id, name }): Finding => ({ kind: 'no_grant', object: id, client: { id, name } }),
  )
  return { kind: 'no_grant', total: rows[0]?.total ?? 0, findings }
}
