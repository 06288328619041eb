import 'server-only'
import type { Kysely } from 'kysely'
import type { ApiRow } from './api-row.ts'
import {
  listApis,
  listClients,
  listGrants,
  listSize,
  type Part,
  readApi,
  readClient,
  readGrant,
  readSettings,
} from './calls'
import type { ClientRow } from './client-row.ts'
import type { GrantRow } from './grant-row.ts'
import type { SettingsRow } from './settings-row.ts'
import type { MirrorTables } from './tables.ts'
import type { Touched } from './touched.ts'

/** What the tenant holds now of what was touched: the objects, and the names of those it no longer has. */
export type Reread = {
  clients: Found<ClientRow>
  apis: Found<ApiRow>
  grants: Found<GrantRow>
  settings?: SettingsRow
}
type Found<Row> = { rows: Row[]; gone: string[] }

/** Reads what was touched: a call for each object, or the whole list where that is fewer calls. */
export async function reread(
  db: Kysely<MirrorTables>,
  { changed, removed, settings }: Touched,
  signal: AbortSignal,
): Promise<Reread> {
  const read = async <Row extends { id: string; identifier?: string }>(
    ids: Set<string>,
    gone: Set<string>,
    table: 'clients' | 'apis' | 'grants',
    one: (id: string, signal: AbortSignal) => Promise<Row | undefined>,
    list: (from: string | null, signal: AbortSignal) => Promise<Part<Row>>,
  ): Promise<Found<Row>> => {
    const byList = ids.size > 1 && ids.size > (await partsOf(db, table, ids.size))
    const found = byList ? await listed(ids, one, list, signal) : await each(ids, one, signal)
    return { rows: found.rows, gone: [...found.gone, ...gone] }
  }
  return {
    clients: await read(changed.clients, removed.clients, 'clients', readClient, listClients),
    apis: await read(changed.apis, removed.apis, 'apis', readApi, listApis),
    grants: await read(changed.grants, removed.grants, 'grants', readGrant, listGrants),
    ...(settings && { settings: await readSettings(signal) }),
  }
}

async function partsOf(db: Kysely<MirrorTables>, table: 'clients' | 'apis' | 'grants', more: number) {
  const { count } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Math.ceil((count + more) / listSize)
}

async function each<Row>(
  ids: Iterable<string>,
  one: (id: string, signal: AbortSignal) => Promise<Row | undefined>,
  signal: AbortSignal,
): Promise<Found<Row>> {
  const found: Found<Row> = { rows: [], gone: [] }
  for (const id of ids) {
    const row = await one(id, signal)
    if (row) found.rows.push(row)
    else found.gone.push(id)
  }
  return found
}

/** A list by pages that changes while it is read may lack something, so what isn't in it is asked for by its id. */
async function listed<Row extends { id: string; identifier?: string }>(
  ids: Set<string>,
  one: (id: string, signal: AbortSignal) => Promise<Row | undefined>,
  list: (from: string | null, signal: AbortSignal) => Promise<Part<Row>>,
  signal: AbortSignal,
): Promise<Found<Row>> {
  const rows: Row[] = []
  for (let from: string | null | undefined; from !== null; ) {
    const part: Part<Row> = await list(from ?? null, signal)
    rows.push(...part.rows)
    from = part.next
  }
  // What else is in the list is left to the entries that will tell of it, and of who did it.
  const touched = rows.filter(
    ({ id, identifier }) => ids.has(id) || (identifier !== undefined && ids.has(identifier)),
  )
  const known = new Set(touched.flatMap(({ id, identifier }) => [id, identifier ?? id]))
  const missing = await each(
    [...ids].filter((id) => !known.has(id)),
    one,
    signal,
  )
  return { rows: [...touched, ...missing.rows], gone: missing.gone }
}
