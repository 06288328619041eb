import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../dashboard-database/tables.ts'
import type { Finding, Findings } from '../finding.ts'
import { type Look, notSnoozed, shownOfAKind, totalRows } from './scope.ts'

type Pair = { audience: string; scope: string }

/** More of them are a broken import; the grants of so many are enough to begin with. */
const mostPairs = 500

/** Grants that hold scopes which their API no longer defines. */
export async function goneScopes(db: Kysely<Tables>, { now, except }: Look): Promise<Findings> {
  const gone = await scopesGone(db)
  if (gone.length === 0) return { kind: 'gone_scopes', total: 0, findings: [] }

  const object = sql<string>`held.client_id || ' ' || held.audience`
  const rows = await holding(db, gone)
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
  const scopes = await scopesOf(
    db,
    gone,
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

/** Each pair is looked up once, however many grants hold it. */
const scopesGone = (db: Kysely<Tables>): Promise<Pair[]> =>
  db
    .selectFrom(db.selectFrom('grant_scopes').select(['audience', 'scope']).distinct().as('pair'))
    .innerJoin('apis', 'apis.identifier', 'pair.audience')
    .leftJoin('api_scopes', (join) =>
      join.onRef('api_scopes.api_id', '=', 'apis.id').onRef('api_scopes.value', '=', 'pair.scope'),
    )
    .select(['pair.audience', 'pair.scope'])
    .where('api_scopes.value', 'is', null)
    .limit(mostPairs)
    .execute()

const holding = (db: Kysely<Tables>, gone: Pair[]) =>
  db
    .selectFrom('grant_scopes as held')
    .where(({ eb, or, and }) =>
      or(
        gone.map(({ audience, scope }) =>
          and([eb('held.scope', '=', scope), eb('held.audience', '=', audience)]),
        ),
      ),
    )

async function scopesOf(db: Kysely<Tables>, gone: Pair[], grants: string[]) {
  if (grants.length === 0) return new Map<string, { scope: string }[]>()
  const rows = await holding(db, gone)
    .select(['held.grant_id', 'held.scope'])
    .where('held.grant_id', 'in', grants)
    .orderBy('held.scope')
    .execute()
  return Map.groupBy(rows, ({ grant_id }) => grant_id)
}
