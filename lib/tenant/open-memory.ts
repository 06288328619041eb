import { rmSync } from 'node:fs'
import { openKeyring } from './encryption-key.ts'
import { explaining, ofDatabase, ofFolder } from './explaining.ts'
import { WrongKeyError } from './storage/key-check.ts'
import { openStorage } from './storage/open.ts'

export type MemoryOptions = {
  dataDir: string
  /** `postgres://…` instead of SQLite in the data folder. */
  databaseUrl?: string
  /** 64 hexadecimal digits, or several such keys with the newest first; by default the key in the data folder. */
  encryptionKey?: string
}

/** The tenant's storage, and the keys for its cookies. Rejects with a StartUpError that says why it can't be used. */
export async function openMemory(options: MemoryOptions) {
  const { dataDir, databaseUrl } = options
  const keyring = await explaining(ofFolder(dataDir), async () => openKeyring(dataDir, options.encryptionKey))
  return explaining(databaseUrl ? ofDatabase(databaseUrl) : ofFolder(dataDir), async () => {
    try {
      const storage = await openStorage({ ...options, encryptionKey: keyring.newest, otherKeys: keyring.all })
      return { storage, cookieKeys: await storage.cookieKeys() }
    } catch (error) {
      // A key that was made for a database that turns out to have another one would only stand in its way.
      if (error instanceof WrongKeyError && keyring.madeFile) rmSync(keyring.madeFile)
      throw error
    }
  })
}
