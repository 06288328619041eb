import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../dashboard-database/tables.ts'
import type { Finding, Findings } from '../finding.ts'
import { type Look, notSnoozed, shownOfAKind, totalRows } from './scope.ts'

/** Grants that hold scopes which their API no longer defines. */
export async function goneScopes(db: Kysely<Tables>, { now, except }: Look): Promise<Findings> {
  const object = sql<string>`held.client_id || ' ' || held.audience`
  const rows = await db
    .selectFrom('grant_scopes as held')
    .innerJoin('clients', 'clients.id', 'held.client_id')
    .innerJoin('apis', 'apis.identifier', 'held.audience')
    .select([
      'held.grant_id',
      object.as('object'),
      'clients.id as client_id',
      'clients.name as client_name',
      'apis.id as api_id',
      'apis.name as api_name',
      totalRows.as('total'),
    ])
    .where('clients.id', 'not in', ['', ...except])
    .where(isGone)
    .where(notSnoozed('gone_scopes', object, now))
    .groupBy([
      'held.grant_id',
      'held.client_id',
      'held.audience',
      'clients.id',
      'clients.name',
      'clients.sort_name',
      'apis.id',
      'apis.name',
    ])
    .orderBy('clients.sort_name')
    .limit(shownOfAKind)
    .execute()
  const scopes = await scopesGone(
    db,
    rows.map(({ grant_id }) => grant_id),
  )
  const findings = rows.map(
    (row): Finding => ({
      kind: 'gone_scopes',
      object: row.object,
      client: { id: row.client_id, name: row.client_name },
      api: { id: row.api_id, name: row.api_name },
      scopes: scopes.get(row.grant_id)?.map(({ scope }) => scope) ?? [],
    }),
  )
  return { kind: 'gone_scopes', total: rows[0]?.total ?? 0, findings }
}

const isGone = sql<boolean>`not exists (
  select 1 from api_scopes where api_scopes.audience = held.audience and api_scopes.value = held.scope)`

async function scopesGone(db: Kysely<Tables>, grants: string[]) {
  if (grants.length === 0) return new Map<string, { scope: string }[]>()
  const rows = await db
    .selectFrom('grant_scopes as held')
    .select(['held.grant_id', 'held.scope'])
    .where('held.grant_id', 'in', grants)
    .where(isGone)
    .orderBy('held.scope')
    .execute()
  return Map.groupBy(rows, ({ grant_id }) => grant_id)
}
