import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely } from 'kysely'
import { migrate } from '../../database/migrate.ts'
import { nodeSqlite } from '../../database/node-sqlite.ts'
import { postgres } from '../../database/postgres.ts'
import { artifactStore } from './artifacts.ts'
import { type Cipher, createCipher } from './cipher.ts'
import { clientCredentialStore } from './client-credentials.ts'
import { clientGrantStore } from './client-grants.ts'
import { clientStore } from './clients.ts'
import { counterStore } from './counters.ts'
import { exchangeStore } from './exchange.ts'
import { verifyKey } from './key-check.ts'
import { logStore } from './logs.ts'
import { migrations } from './migrations.ts'
import { resourceServerStore } from './resource-servers.ts'
import { settingsStore } from './settings.ts'
import { signingKeyStore } from './signing-keys.ts'
import type { Storage } from './storage.ts'
import type { Tables } from './tables.ts'
import { userStore } from './users.ts'

export type StorageOptions = {
  dataDir: string
  /** `postgres://…`; without it the memory is `<dataDir>/tenant.db` (folder 0700, file 0600; made when missing). */
  databaseUrl?: string
  /** 32 bytes. */
  encryptionKey: Uint8Array
}

/**
 * The tenant's memory, its schema brought up to date. Rejects with NewerSchemaError, WrongKeyError, or the error of
 * the file system or database server; then nothing was changed.
 */
export async function openStorage({ dataDir, databaseUrl, encryptionKey }: StorageOptions): Promise<Storage> {
  const db = new Kysely<Tables>({
    dialect: databaseUrl ? postgres(databaseUrl, 'tenant') : sqliteIn(dataDir),
  })
  const cipher = createCipher(encryptionKey)
  try {
    await migrate(db, migrations)
    await verifyKey(db, cipher)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return storageOn(db, cipher)
}

function sqliteIn(dataDir: string) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  chmodSync(dataDir, 0o700)
  return nodeSqlite(join(dataDir, 'tenant.db'))
}

function storageOn(db: Kysely<Tables>, cipher: Cipher): Storage {
  return {
    clients: clientStore(db, cipher),
    clientCredentials: clientCredentialStore(db, cipher),
    resourceServers: resourceServerStore(db, cipher),
    clientGrants: clientGrantStore(db, cipher),
    exchange: exchangeStore(db, cipher),
    settings: settingsStore(db),
    signingKeys: signingKeyStore(db, cipher),
    users: userStore(db),
    artifacts: artifactStore(db),
    logs: logStore(db),
    counters: counterStore(db),
    transaction: (work) => db.transaction().execute((trx) => work(storageOn(trx, cipher))),
    close: () => db.destroy(),
  }
}
