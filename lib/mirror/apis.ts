import 'server-only'
import type { ExpressionBuilder, Selectable } from 'kysely'
import type { Api, ListedApi, Scope } from '../apis/api'
import type { ApiFilter, ApiSort } from '../apis/list-filter'
import { dashboardDatabase } from '../dashboard-database/database'
import type { Tables } from '../dashboard-database/tables'
import { type TokenApi, tokenRules } from '../tokens/token'
import { contains, wordsOf } from './search'
import type { MirrorViews } from './tables'

type Window = { skip: number; take: number }

/** The APIs that match, without their scopes, in the order that was asked for, and how many there are. */
export async function mirroredApis({ skip, take }: Window, filter: ApiFilter) {
  const db = await dashboardDatabase()
  const matching = db.selectFrom('apis').where((eb) => eb.and(conditions(eb, filter)))
  const [rows, { total }] = await Promise.all([
    matching
      .selectAll('apis')
      .select(({ selectFrom }) =>
        selectFrom('grants')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .whereRef('grants.audience', '=', 'apis.identifier')
          .as('client_count'),
      )
      .orderBy(columnOf[filter.sort], filter.descending ? 'desc' : 'asc')
      .orderBy('sort_name')
      .orderBy('id')
      .offset(skip)
      .limit(take)
      .execute(),
    matching.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  const apis = rows.map(({ client_count, ...row }) => ({
    ...listedApiOf(row),
    clientCount: client_count ?? 0,
  }))
  return { apis, total }
}

/** All APIs that match, at most `most`; for what is done to all of them. */
export async function matchingApis(filter: ApiFilter, most: number): Promise<ListedApi[]> {
  const db = await dashboardDatabase()
  const rows = await db
    .selectFrom('apis')
    .selectAll()
    .where((eb) => eb.and(conditions(eb, filter)))
    .orderBy('sort_name')
    .limit(most)
    .execute()
  return rows.map(listedApiOf)
}

/** The APIs with these ids that there are. */
export async function mirroredApisById(ids: string[]): Promise<ListedApi[]> {
  const db = await dashboardDatabase()
  const rows = await db.selectFrom('apis').selectAll().where('id', 'in', ids).orderBy('sort_name').execute()
  return rows.map(listedApiOf)
}

const conditions = (eb: ExpressionBuilder<Tables, 'apis'>, { text, algorithm }: ApiFilter) => [
  ...wordsOf(text).map((word) => contains(eb.ref('search_text'), word)),
  ...(algorithm ? [eb('signing_alg', '=', algorithm)] : []),
]

const columnOf = {
  name: 'sort_name',
  identifier: 'identifier',
  algorithm: 'signing_alg',
  scopes: 'scope_count',
  clients: 'client_count',
  lifetime: 'token_lifetime',
} as const satisfies Record<ApiSort, string>

/** All APIs by name; a tenant has hundreds of them at most. */
export async function mirroredApiNames(): Promise<{ id: string; name: string }[]> {
  const db = await dashboardDatabase()
  return db.selectFrom('apis').select(['id', 'name']).orderBy('sort_name').orderBy('id').execute()
}

/** APIs by name with their scopes: the first `take`, and also those with these identifiers. */
export async function mirroredApisWithScopes(take: number, identifiers: string[] = []): Promise<Api[]> {
  const db = await dashboardDatabase()
  const first = db.selectFrom('apis').select('id').orderBy('sort_name').orderBy('id').limit(take)
  const rows = await db
    .selectFrom('apis')
    .selectAll()
    .where(({ eb, or }) =>
      or([
        eb('id', 'in', db.selectFrom(first.as('first')).select('first.id')),
        ...(identifiers.length > 0 ? [eb('identifier', 'in', identifiers)] : []),
      ]),
    )
    .orderBy('sort_name')
    .orderBy('id')
    .execute()
  const scopes = await scopesByApi(rows.map(({ id }) => id))
  return rows.map((row) => ({ ...listedApiOf(row), scopes: scopes.get(row.id) ?? [] }))
}

/** The API as it was when it was last read, found by id or identifier; undefined when there is none. */
export async function mirroredApi(idOrIdentifier: string): Promise<TokenApi | undefined> {
  const db = await dashboardDatabase()
  const row = await db
    .selectFrom('apis')
    .selectAll()
    .where(({ eb, or }) => or([eb('id', '=', idOrIdentifier), eb('identifier', '=', idOrIdentifier)]))
    .executeTakeFirst()
  if (!row) return undefined
  return {
    ...listedApiOf(row),
    scopes: (await scopesByApi([row.id])).get(row.id) ?? [],
    ...tokenRules({
      clientPolicy: row.client_policy,
      dialect: row.token_dialect,
      enforcesPolicies: row.enforce_policies === 1,
    }),
  }
}

async function scopesByApi(ids: string[]): Promise<Map<string, Scope[]>> {
  if (ids.length === 0) return new Map()
  const db = await dashboardDatabase()
  const rows = await db
    .selectFrom('api_scopes')
    .select(['api_id', 'value', 'description'])
    .where('api_id', 'in', ids)
    .orderBy('api_id')
    .orderBy('position')
    .execute()
  const byApi = Map.groupBy(rows, ({ api_id }) => api_id)
  return new Map(
    [...byApi].map(([id, scopes]) => [
      id,
      scopes.map(({ value, description }): Scope => ({ value, description })),
    ]),
  )
}

const listedApiOf = (row: Selectable<MirrorViews['apis']>): ListedApi => ({
  id: row.id,
  name: row.name,
  identifier: row.identifier,
  signingAlgorithm: row.signing_alg,
  tokenLifetime: row.token_lifetime,
  isSystem: row.is_system === 1,
  scopeCount: row.scope_count,
})
