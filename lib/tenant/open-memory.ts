import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { NewerSchemaError } from '../database/migrate.ts'
import { openKeyring } from './encryption-key.ts'
import { StartUpError } from './start-up-error.ts'
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

type Explanation = (reason: string) => string

const ofFolder =
  (dataDir: string): Explanation =>
  (reason) =>
    `The data folder ${resolve(dataDir)} can't be used (${reason}): choose one this user may write with --data-dir.`

function ofDatabase(databaseUrl: string): Explanation {
  const { host, pathname } = new URL(databaseUrl) // and never the password
  return (reason) =>
    `The database ${host}${pathname} can't be used (${reason}): check DATABASE_URL and the server.`
}

/** Runs a step; what the file system or the database server says against it becomes a sentence. */
async function explaining<T>(explain: Explanation, step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    if (error instanceof NewerSchemaError || error instanceof WrongKeyError) {
      throw new StartUpError(error.message, { cause: error })
    }
    if (error instanceof Error && isFromOutside(error))
      throw new StartUpError(explain(reason(error)), { cause: error })
    throw error
  }
}

/** The driver's timeouts are the only errors of the outside that have no code. */
const isFromOutside = (error: Error) => 'code' in error || /timeout/.test(error.message)

/** Several addresses of one name fail with one error each and an empty message of their own. */
const reason = (error: Error) =>
  error instanceof AggregateError ? error.errors.map(({ message }) => message).join(', ') : error.message
