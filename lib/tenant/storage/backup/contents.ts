import { type CompiledQuery, type Kysely, sql } from 'kysely'
import type { Tables } from '../tables.ts'

export type Row = Record<string, string | number | null>

/**
 * What a backup holds, in the order in which it can be written back, and the columns that order its rows: what was
 * configured and what it takes to go on with it. Sessions and codes, the log and the counts of quotas stay out.
 */
export const contents = {
  clients: ['seq'],
  client_aliases: ['alias'],
  client_credentials: ['seq'],
  resource_servers: ['seq'],
  client_grants: ['seq'],
  signing_keys: ['seq'],
  users: ['seq'],
  roles: ['seq'],
  user_roles: ['user_id', 'role_id'],
  role_permissions: ['seq'],
  settings: ['id'],
} as const satisfies Record<
  Exclude<keyof Tables, 'artifacts' | 'logs' | 'counters'>,
  readonly [string, ...string[]]
>

export type Held = keyof typeof contents
export const heldTables = Object.keys(contents) as Held[]

const batch = 500

/** The rows of a table in a few batches at a time, however many there are. */
export async function* rowsOf(db: Kysely<Tables>, table: Held): AsyncGenerator<Row[]> {
  const order = sql.join(contents[table].map((column) => sql.ref(column)))
  // Whose secrets are in the table already is not part of what is configured: see key-check.ts and cookie-keys.ts.
  const wanted = table === 'settings' ? sql`id = 'tenant'` : sql`1 = 1`
  for (let last: Row | undefined; ; ) {
    const from = last
      ? sql`(${order}) > (${sql.join(contents[table].map((column) => last?.[column]))})`
      : sql`1 = 1`
    const { rows } = await sql<Row>`select * from ${sql.table(table)}
      where ${wanted} and ${from} order by ${order} limit ${batch}`.execute(db)
    if (rows.length) yield rows
    if (rows.length < batch) return
    last = rows.at(-1)
  }
}

/** Writes rows with the same columns, all of them at once. */
export type InsertRows = (table: Held, rows: Row[]) => Promise<void>

/** Compiles a statement once for all batches of the same table, columns and size. */
export function rowInserter(db: Kysely<Tables>): InsertRows {
  const compiled = new Map<string, CompiledQuery>()

  return async (table, rows) => {
    const columns = Object.keys(rows[0] ?? {})
    const parameters = rows.flatMap((row) => columns.map((column) => row[column]))
    const shape = `${rows.length} ${table} ${columns.join()}`
    const query = compiled.get(shape) ?? compile(db, table, columns, rows.length)
    compiled.set(shape, query)
    await db.executeQuery({ ...query, parameters })
  }
}

function compile(db: Kysely<Tables>, table: Held, columns: string[], count: number): CompiledQuery {
  const names = sql.join(columns.map((column) => sql.ref(column)))
  const values = sql`(${sql.join(columns.map(() => sql.val(null)))})`
  const rows = sql.join(Array.from({ length: count }, () => values))
  return sql`insert into ${sql.table(table)} (${names}) values ${rows}`.compile(db)
}
