import type { Kysely } from 'kysely'
import type { MirrorTables } from './tables.ts'

/*
 * What one generation, shown or not, holds of these objects, by id. `ids` are never none.
 */

export async function storedClients(db: Kysely<MirrorTables>, generation: number, ids: string[]) {
  const rows = await db
    .selectFrom('mirror_clients')
    .selectAll()
    .where('generation', '=', generation)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export async function storedApis(db: Kysely<MirrorTables>, generation: number, ids: string[]) {
  const rows = await db
    .selectFrom('mirror_apis')
    .selectAll()
    .where('generation', '=', generation)
    .where('id', 'in', ids)
    .execute()
  const scopes = await db
    .selectFrom('mirror_api_scopes')
    .selectAll()
    .where('generation', '=', generation)
    .where('api_id', 'in', ids)
    .orderBy('position')
    .execute()
  const byApi = Map.groupBy(scopes, ({ api_id }) => api_id)
  return new Map(rows.map((row) => [row.id, { ...row, scopes: byApi.get(row.id) ?? [] }]))
}

/** With the names of both parties as they are in the generation `named`; null for one that it has not. */
export async function storedGrants(
  db: Kysely<MirrorTables>,
  generation: number,
  ids: string[],
  named: number,
) {
  const rows = await db
    .selectFrom('mirror_grants as held')
    .leftJoin('mirror_clients as client', (join) =>
      join.onRef('client.id', '=', 'held.client_id').on('client.generation', '=', named),
    )
    .leftJoin('mirror_apis as api', (join) =>
      join.onRef('api.identifier', '=', 'held.audience').on('api.generation', '=', named),
    )
    .selectAll('held')
    .select(['client.name as client_name', 'api.name as api_name', 'api.id as api_id'])
    .where('held.generation', '=', generation)
    .where('held.id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
