import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely } from 'kysely'
import { nodeSqlite } from '../../database/node-sqlite.ts'
import { postgres } from '../../database/postgres.ts'
import type { Tables } from './tables.ts'

export type DatabaseOptions = {
  dataDir: string
  /** `postgres://…`; without it the memory is `<dataDir>/tenant.db` (folder 0700, file 0600; made when missing). */
  databaseUrl?: string
}

/** Where the tenant's tables are. Throws the file system's error; a server that can't be reached rejects on use. */
export const openDatabase = ({ dataDir, databaseUrl }: DatabaseOptions) =>
  new Kysely<Tables>({ dialect: databaseUrl ? postgres(databaseUrl, 'tenant') : sqliteIn(dataDir) })

function sqliteIn(dataDir: string) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  chmodSync(dataDir, 0o700)
  return nodeSqlite(join(dataDir, 'tenant.db'))
}
