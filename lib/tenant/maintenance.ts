import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Kysely } from 'kysely'
import { appliedMigrations, NewerSchemaError } from '../database/migrate.ts'
import { type Keyring, knownKeyring } from './encryption-key.ts'
import { explaining, ofDatabase, ofFolder } from './explaining.ts'
import type { MemoryOptions } from './open-memory.ts'
import { StartUpError } from './start-up-error.ts'
import { DamagedBackupError } from './storage/backup/read.ts'
import { restoreBackup } from './storage/backup/restore.ts'
import { writeBackup } from './storage/backup/write.ts'
import { type Cipher, createCipher } from './storage/cipher.ts'
import { openDatabase } from './storage/database.ts'
import { verifyKey, WrongKeyError } from './storage/key-check.ts'
import { migrations } from './storage/migrations.ts'
import { openTables } from './storage/open.ts'
import type { Tables } from './storage/tables.ts'

export type OpenTables = { db: Kysely<Tables>; cipher: Cipher; keyring: Keyring }

/**
 * Writes all that is configured to a new file, while the tenant runs; resolves with the number of rows. Rejects with
 * a StartUpError, and then there is no such file.
 */
export const backUp = (options: MemoryOptions, file: string): Promise<number> =>
  withTables(options, ({ db }) => explaining(ofFile(file, 'written'), () => writeBackup(db, file)))

/**
 * Makes the tenant what a backup says, while it runs or before its first start; resolves with the time of the
 * backup, ISO 8601. Rejects with a StartUpError, and then nothing was changed.
 */
export async function restore(options: MemoryOptions, file: string): Promise<string> {
  const { dataDir } = options
  const keyring = knownKeyring(dataDir, options.encryptionKey)
  const { db, cipher } = await explaining(ofMemory(options), () =>
    openTables({ ...options, encryptionKey: keyring.newest, otherKeys: keyring.all }),
  )
  try {
    const { writtenAt } = await explaining(ofFile(file, 'read'), () =>
      restoreBackup(file, { db, cipher, dataDir }).catch(refuse),
    )
    return writtenAt
  } finally {
    await db.destroy()
  }
}

function refuse(error: unknown): never {
  if (error instanceof DamagedBackupError) {
    throw new StartUpError(`Nothing was changed, since the file is not a whole backup: it ${error.message}.`)
  }
  if (error instanceof WrongKeyError) {
    throw new StartUpError(
      'The backup was written with another encryption key: add that key to tenant.key on a line of its own, or behind the one in TENANT_ENCRYPTION_KEY.',
    )
  }
  throw error
}

/** Hands over the tables of a tenant that has been started before, by this version. Changes nothing by itself. */
export async function withTables<T>(
  options: MemoryOptions,
  work: (tables: OpenTables) => Promise<T>,
): Promise<T> {
  const { dataDir, databaseUrl } = options
  const keyring = knownKeyring(dataDir, options.encryptionKey)
  if (!databaseUrl && !existsSync(join(dataDir, 'tenant.db')))
    throw noTenant(`the folder ${resolve(dataDir)}`)

  const db = openDatabase(options)
  try {
    const cipher = createCipher(keyring.newest, keyring.all)
    await explaining(ofMemory(options), async () => {
      await requireSchema(db)
      await verifyKey(db, cipher)
    })
    return await work({ db, cipher, keyring })
  } finally {
    await db.destroy()
  }
}

const ofMemory = ({ dataDir, databaseUrl }: MemoryOptions) =>
  databaseUrl ? ofDatabase(databaseUrl) : ofFolder(dataDir)

const ofFile = (file: string, done: string) => (reason: string) =>
  `${file} can't be ${done} (${reason.replace(/, open .*/, '')}).`

const noTenant = (where: string) => new StartUpError(`There is no tenant in ${where}.`)

async function requireSchema(db: Kysely<Tables>) {
  const applied = await appliedMigrations(db)
  const unknown = applied.find((name) => !(name in migrations))
  if (unknown) {
    throw new NewerSchemaError(
      `The database has the schema "${unknown}", which this version of Grantboard does not know: use a newer version.`,
    )
  }
  if (applied.length < Object.keys(migrations).length) {
    throw new StartUpError(
      'The database is of an older version: start the tenant once, which brings it up to date.',
    )
  }
}
