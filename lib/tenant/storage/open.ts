import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely } from 'kysely'
import { migrate } from '../../database/migrate.ts'
import { nodeSqlite } from '../../database/node-sqlite.ts'
import { artifactStore } from './artifacts.ts'
import { type Cipher, createCipher } from './cipher.ts'
import { clientCredentialStore } from './client-credentials.ts'
import { clientGrantStore } from './client-grants.ts'
import { clientStore } from './clients.ts'
import { verifyKey } from './key-check.ts'
import { migrations } from './migrations.ts'
import { resourceServerStore } from './resource-servers.ts'
import { settingsStore } from './settings.ts'
import { signingKeyStore } from './signing-keys.ts'
import type { Storage } from './storage.ts'
import type { Tables } from './tables.ts'
import { userStore } from './users.ts'

/**
 * The tenant's memory in `<dataDir>/tenant.db` (folder 0700, file 0600; both made when missing), its schema
 * brought up to date. `encryptionKey` has 32 bytes. Rejects with NewerSchemaError, WrongKeyError, or the file
 * system's error; then nothing was changed.
 */
export async function openStorage(options: { dataDir: string; encryptionKey: Uint8Array }): Promise<Storage> {
  const { dataDir, encryptionKey } = options
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  chmodSync(dataDir, 0o700)

  const db = new Kysely<Tables>({ dialect: nodeSqlite(join(dataDir, 'tenant.db')) })
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

function storageOn(db: Kysely<Tables>, cipher: Cipher): Storage {
  return {
    clients: clientStore(db, cipher),
    clientCredentials: clientCredentialStore(db, cipher),
    resourceServers: resourceServerStore(db, cipher),
    clientGrants: clientGrantStore(db, cipher),
    settings: settingsStore(db),
    signingKeys: signingKeyStore(db, cipher),
    users: userStore(db),
    artifacts: artifactStore(db),
    transaction: (work) => db.transaction().execute((trx) => work(storageOn(trx, cipher))),
    close: () => db.destroy(),
  }
}
