import { CompiledQuery, type Dialect, type Kysely, PostgresAdapter, PostgresDialect } from 'kysely'

const connections = 10
const connectTimeoutMs = 5000

/**
 * Kysely on PostgreSQL. `url` is `postgres://user:password@host:port/database`; all tables are looked for, and made,
 * in `schema` alone, which `migrate` creates. A commit is on the disk when it returns (PostgreSQL's default).
 * Connects on first use; a server that can't be reached rejects then.
 */
export const postgres = (url: string, schema: string): Dialect =>
  new PostgresDialect({
    pool: () => openPool(url),
    async onCreateConnection(connection) {
      const { escapeIdentifier } = await driver()
      await connection.executeQuery(CompiledQuery.raw(`set search_path to ${escapeIdentifier(schema)}`))
    },
  })

/** Loaded by whoever has a PostgreSQL database: a start on SQLite is faster without it. */
const driver = async () => (await import('pg')).default

async function openPool(url: string) {
  const { Pool, types } = await driver()
  /** Counts and sequence numbers stay far below 2^53, so they are numbers as they are in SQLite. */
  const getTypeParser: typeof types.getTypeParser = (oid, format) =>
    oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format)

  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connectTimeoutMs,
    types: { getTypeParser },
  })
  // A connection that breaks while nobody uses it is replaced by the next query, which says so if it can't.
  pool.on('error', () => {})
  return pool
}

/** Whether this database is PostgreSQL; the other dialect is SQLite. */
export const isPostgres = <Tables>(db: Kysely<Tables>) => db.getExecutor().adapter instanceof PostgresAdapter
