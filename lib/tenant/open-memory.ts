import { resolve } from 'node:path'
import { NewerSchemaError } from '../database/migrate.ts'
import { deriveKey, encryptionKey } from './encryption-key.ts'
import { StartUpError } from './start-up-error.ts'
import { WrongKeyError } from './storage/key-check.ts'
import { openStorage } from './storage/open.ts'

export type MemoryOptions = {
  dataDir: string
  /** `postgres://…` instead of SQLite in the data folder. */
  databaseUrl?: string
  /** 64 hexadecimal digits; by default the key in the data folder. */
  encryptionKey?: string
}

/** The tenant's storage, and the keys for its cookies. Rejects with a StartUpError that says why it can't be used. */
export async function openMemory(options: MemoryOptions) {
  try {
    const key = encryptionKey(options.dataDir, options.encryptionKey)
    const storage = await openStorage({ ...options, encryptionKey: key })
    return { storage, cookieKeys: [deriveKey(key, 'cookies')] }
  } catch (error) {
    throw explained(error, options)
  }
}

function explained(error: unknown, { dataDir, databaseUrl }: MemoryOptions): unknown {
  if (error instanceof NewerSchemaError || error instanceof WrongKeyError) {
    return new StartUpError(error.message, { cause: error })
  }
  if (!(error instanceof Error) || error instanceof StartUpError) return error
  if (databaseUrl && !isOfFileSystem(error)) {
    return new StartUpError(
      `The database ${withoutPassword(databaseUrl)} can't be used (${reason(error)}): check DATABASE_URL and the server.`,
      { cause: error },
    )
  }
  if (!('code' in error)) return error
  return new StartUpError(
    `The data folder ${resolve(dataDir)} can't be used (${error.message}): choose one this user may write with --data-dir.`,
    { cause: error },
  )
}

const isOfFileSystem = (error: Error) => 'syscall' in error && 'path' in error

/** Several addresses of one name fail with one error each and an empty message of their own. */
const reason = (error: Error) =>
  error instanceof AggregateError ? error.errors.map(({ message }) => message).join(', ') : error.message

function withoutPassword(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl)
  return `${host}${pathname}`
}
