import type { Kysely } from 'kysely'
import { alone } from '../../database/alone.ts'
import { migrate } from '../../database/migrate.ts'
import { inTransaction } from '../../database/transaction.ts'
import { artifactStore } from './artifacts.ts'
import { type Cipher, createCipher } from './cipher.ts'
import { clientCredentialStore } from './client-credentials.ts'
import { clientGrantStore } from './client-grants.ts'
import { clientStore } from './clients.ts'
import { readCookieKeys } from './cookie-keys.ts'
import { counterStore } from './counters.ts'
import { type DatabaseOptions, openDatabase } from './database.ts'
import { exchangeStore } from './exchange.ts'
import { verifyKey } from './key-check.ts'
import { logStore } from './logs.ts'
import { migrations } from './migrations.ts'
import { resourceServerStore } from './resource-servers.ts'
import { roleStore } from './roles.ts'
import { settingsStore } from './settings.ts'
import { signingKeyStore } from './signing-keys.ts'
import type { Storage } from './storage.ts'
import type { Tables } from './tables.ts'
import { userStore } from './users.ts'

export type StorageOptions = DatabaseOptions & {
  /** 32 bytes. */
  encryptionKey: Uint8Array
  /** What values may be sealed with besides; read again when a value names a key that is not known. */
  otherKeys?: () => Uint8Array[]
}

/**
 * The tenant's memory, its schema brought up to date. Rejects with NewerSchemaError, WrongKeyError, or the error of
 * the file system or database server; then nothing was changed.
 */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const { db, cipher } = await openTables(options)
  return storageOn(db, cipher)
}

/** The same as tables, for what concerns all of them. */
export async function openTables({ encryptionKey, otherKeys, ...options }: StorageOptions) {
  const db = openDatabase(options)
  const cipher = createCipher(encryptionKey, otherKeys)
  try {
    await migrate(db, migrations)
    await verifyKey(db, cipher)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return { db, cipher }
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
    users: userStore(db, cipher),
    roles: roleStore(db, cipher),
    artifacts: artifactStore(db),
    logs: logStore(db),
    counters: counterStore(db),
    transaction: (work) => inTransaction(db, (trx) => work(storageOn(trx, cipher))),
    cookieKeys: () => readCookieKeys(db, cipher),
    alone: (work) => alone(db, (trx) => work(storageOn(trx, cipher))),
    close: () => db.destroy(),
  }
}
