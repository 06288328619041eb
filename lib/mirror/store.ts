import type { Insertable, Kysely } from 'kysely'
import type { ApiRow } from './api-row.ts'
import type { ClientRow } from './client-row.ts'
import { type GrantRow, scopesOf } from './grant-row.ts'
import type { MirrorTables } from './tables.ts'

/*
 * Writes to the mirror, each into the generations that are named. Call them in a transaction that has locked the
 * state (`withState`): there is one writer at a time.
 */

export const generationTables = [
  'mirror_clients',
  'mirror_apis',
  'mirror_api_scopes',
  'mirror_grants',
  'mirror_grant_scopes',
] as const
type GenerationTable = (typeof generationTables)[number]
type Db = Kysely<MirrorTables>

export async function putClients(db: Db, generations: number[], clients: ClientRow[]) {
  const ids = clients.map(({ id }) => id)
  for (const generation of generations) {
    await deleteWhere(db, 'mirror_clients', generation, 'id', ids)
    await insertAll(db, 'mirror_clients', generation, clients)
  }
}

export async function putApis(db: Db, generations: number[], apis: ApiRow[]) {
  const ids = apis.map(({ id }) => id)
  const rows = apis.map(({ scopes: _, ...api }) => api)
  const scopes = apis.flatMap(({ scopes }) => scopes)
  for (const generation of generations) {
    await deleteWhere(db, 'mirror_apis', generation, 'id', ids)
    await deleteWhere(db, 'mirror_api_scopes', generation, 'api_id', ids)
    await insertAll(db, 'mirror_apis', generation, rows)
    await insertAll(db, 'mirror_api_scopes', generation, scopes)
  }
}

export async function putGrants(db: Db, generations: number[], grants: GrantRow[]) {
  const scopes = grants.flatMap((grant) =>
    scopesOf(grant).map((scope) => ({
      grant_id: grant.id,
      client_id: grant.client_id,
      audience: grant.audience,
      scope,
    })),
  )
  for (const generation of generations) {
    await removeGrants(
      db,
      [generation],
      grants.map(({ id }) => id),
    )
    await insertAll(db, 'mirror_grants', generation, grants)
    await insertAll(db, 'mirror_grant_scopes', generation, scopes)
  }
}

/** Removes clients and, as the tenant does, their grants. */
export async function removeClients(db: Db, generations: number[], ids: string[]) {
  for (const generation of generations) {
    await deleteWhere(db, 'mirror_clients', generation, 'id', ids)
    await deleteWhere(db, 'mirror_grants', generation, 'client_id', ids)
    await deleteWhere(db, 'mirror_grant_scopes', generation, 'client_id', ids)
  }
}

/** Removes APIs, named by id or identifier, and, as the tenant does, the grants for them. */
export async function removeApis(db: Db, generations: number[], named: string[]) {
  if (named.length === 0) return
  for (const generation of generations) {
    const apis = await db
      .selectFrom('mirror_apis')
      .select(['id', 'identifier'])
      .where('generation', '=', generation)
      .where(({ eb, or }) => or([eb('id', 'in', named), eb('identifier', 'in', named)]))
      .execute()
    const ids = apis.map(({ id }) => id)
    const audiences = apis.map(({ identifier }) => identifier)
    await deleteWhere(db, 'mirror_apis', generation, 'id', ids)
    await deleteWhere(db, 'mirror_api_scopes', generation, 'api_id', ids)
    await deleteWhere(db, 'mirror_grants', generation, 'audience', audiences)
    await deleteWhere(db, 'mirror_grant_scopes', generation, 'audience', audiences)
  }
}

export async function removeGrants(db: Db, generations: number[], ids: string[]) {
  for (const generation of generations) {
    await deleteWhere(db, 'mirror_grants', generation, 'id', ids)
    await deleteWhere(db, 'mirror_grant_scopes', generation, 'grant_id', ids)
  }
}

/** The first step of each write. */
async function deleteWhere(
  db: Db,
  table: GenerationTable,
  generation: number,
  column: 'id' | 'api_id' | 'grant_id' | 'client_id' | 'audience',
  values: string[],
) {
  if (values.length === 0) return
  await db
    .updateTable('mirror_state')
    .set(({ eb }) => ({ writes: eb('writes', '+', 1) }))
    .execute()
  const { ref } = db.dynamic
  await db.deleteFrom(table).where('generation', '=', generation).where(ref(column), 'in', values).execute()
}

/** SQLite takes 32,766 values in a statement; the widest row has 16. */
const rowsPerStatement = 500

async function insertAll<Table extends GenerationTable>(
  db: Db,
  table: Table,
  generation: number,
  rows: Omit<Insertable<MirrorTables[Table]>, 'generation'>[],
) {
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const values = rows.slice(start, start + rowsPerStatement).map((row) => storable({ generation, ...row }))
    // `generation` and the rest of the row are the row, which TypeScript can't tell of a generic one.
    await db
      .insertInto(table)
      .values(values as Insertable<MirrorTables[Table]>[])
      .execute()
  }
}

/** PostgreSQL keeps no NUL in a text. */
const storable = (row: object) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll('\0', '') : value,
    ]),
  )
