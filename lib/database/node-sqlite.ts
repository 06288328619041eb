import { chmodSync, existsSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely'
import { PatientConnection } from './patient-connection.ts'

/** How long opening waits for another process that holds the file; later waiting is PatientConnection's. */
const openTimeoutMs = 5000
const cachedStatements = 200

/**
 * Kysely on Node's own SQLite. A commit is on the disk when it returns (WAL with `synchronous=FULL`), foreign
 * keys are enforced, and the file is readable by its owner alone. Throws what node:sqlite throws when the file
 * can't be opened.
 */
export function nodeSqlite(file: string): Dialect {
  return new NodeSqliteDialect({ database: open(file) })
}

class NodeSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig

  constructor(config: SqliteDialectConfig) {
    super(config)
    this.#config = config
  }

  override createDriver() {
    return new ImmediateDriver(this.#config)
  }

  override createAdapter() {
    return new TransactionalDdlAdapter()
  }
}

class ImmediateDriver extends SqliteDriver {
  #connection: DatabaseConnection | undefined

  override async acquireConnection() {
    this.#connection ??= new PatientConnection(await super.acquireConnection())
    return this.#connection
  }

  // A deferred transaction that reads first fails at once (SQLITE_BUSY_SNAPSHOT) when another process wrote
  // in between; an immediate one waits its turn. https://sqlite.org/isolation.html
  override async beginTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

class TransactionalDdlAdapter extends SqliteAdapter {
  // Kysely says no for all of SQLite's forks; in SQLite a migration that dies half-way must leave nothing.
  override get supportsTransactionalDdl() {
    return true
  }
}

const cacheKiB = 8_192

function open(file: string): SqliteDatabase {
  const isNew = !existsSync(file)
  const database = new DatabaseSync(file, { timeout: openTimeoutMs, enableForeignKeyConstraints: true })
  if (isNew) chmodSync(file, 0o600)
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 0')
  // With its 2 MB a page that counts what ten thousand clients hold reads the same pages from the file every time.
  database.exec(`pragma cache_size = -${cacheKiB}`)

  const statements = new Map<string, ReturnType<SqliteDatabase['prepare']>>()
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = statements.get(sql)
      if (known) return known

      const statement = prepare(database, sql)
      if (statements.size >= cachedStatements) statements.clear()
      statements.set(sql, statement)
      return statement
    },
  }
}

function prepare(database: DatabaseSync, sql: string): ReturnType<SqliteDatabase['prepare']> {
  const statement = database.prepare(sql)
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...bindable(parameters)),
    run: (parameters) => statement.run(...bindable(parameters)),
    iterate: (parameters) => statement.iterate(...bindable(parameters)),
  }
}

/** Kysely hands parameters on as `unknown`; node:sqlite itself refuses what it can't bind. */
const bindable = (parameters: ReadonlyArray<unknown>) => parameters as SQLInputValue[]
