import { CompiledQuery, type Dialect, type Kysely, PostgresAdapter, PostgresDialect } from 'kysely'
import pg from 'pg'

const connections = 10
const connectTimeoutMs = 5000

/**
 * Kysely on PostgreSQL. `url` is `postgres://user:password@host:port/database`; all tables are looked for, and made,
 * in `schema` alone, which `migrate` creates. A commit is on the disk when it returns (PostgreSQL's default).
 * Connects on first use; a server that can't be reached rejects then.
 */
export function postgres(url: string, schema: string): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connectTimeoutMs,
    types: { getTypeParser },
  })
  // A connection that breaks while nobody uses it is replaced by the next query, which says so if it can't.
  pool.on('error', () => {})
  return new PostgresDialect({
    pool,
    async onCreateConnection(connection) {
      await connection.executeQuery(CompiledQuery.raw(`set search_path to ${pg.escapeIdentifier(schema)}`))
    },
  })
}

/** Counts and sequence numbers stay far below 2^53, so they are numbers as they are in SQLite. */
const getTypeParser: typeof pg.types.getTypeParser = (oid, format) =>
  oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)

/** Whether this database is PostgreSQL; the other dialect is SQLite. */
export const isPostgres = <Tables>(db: Kysely<Tables>) => db.getExecutor().adapter instanceof PostgresAdapter
