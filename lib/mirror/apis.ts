import 'server-only'
import type { Selectable } from 'kysely'
import type { Api, ListedApi, Scope } from '../apis/api'
import { dashboardDatabase } from '../dashboard-database/database'
import { type TokenApi, tokenRules } from '../tokens/token'
import type { MirrorViews } from './tables'

/** The APIs with these ids that there are. */
export async function mirroredApisById(ids: string[]): Promise<ListedApi[]> {
  const db = await dashboardDatabase()
  const rows = await db.selectFrom('apis').selectAll().where('id', 'in', ids).orderBy('sort_name').execute()
  return rows.map(listedApiOf)
}

/** All APIs by name; a tenant has hundreds of them at most. */
export async function mirroredApiNames(): Promise<{ id: string; name: string }[]> {
  const db = await dashboardDatabase()
  return db.selectFrom('apis').select(['id', 'name']).orderBy('sort_name').orderBy('id').execute()
}

/** The APIs with these identifiers, by name, with their scopes. */
export async function mirroredApisWithScopes(identifiers: string[]): Promise<Api[]> {
  if (identifiers.length === 0) return []
  const db = await dashboardDatabase()
  const rows = await db
    .selectFrom('apis')
    .selectAll()
    .where('identifier', 'in', identifiers)
    .orderBy('sort_name')
    .orderBy('id')
    .execute()
  return apisWithScopes(rows)
}

/** The same APIs, each with its scopes. */
export async function apisWithScopes(rows: Selectable<MirrorViews['apis']>[]): Promise<Api[]> {
  const scopes = await scopesByApi(rows.map(({ id }) => id))
  return rows.map((row) => ({ ...listedApiOf(row), scopes: scopes.get(row.id) ?? [] }))
}

/** How many APIs the tenant has. */
export async function countApis(): Promise<number> {
  const db = await dashboardDatabase()
  const { count } = await db
    .selectFrom('apis')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
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

/** An API as its noun, from its row. */
export const listedApiOf = (row: Selectable<MirrorViews['apis']>): ListedApi => ({
  id: row.id,
  name: row.name,
  identifier: row.identifier,
  signingAlgorithm: row.signing_alg,
  tokenLifetime: row.token_lifetime,
  isSystem: row.is_system === 1,
  scopeCount: row.scope_count,
})
