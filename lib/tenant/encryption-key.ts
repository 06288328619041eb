import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { StartUpError } from './start-up-error.ts'

const keyBytes = 32

/** The keys of 32 bytes that the tenant's secrets are encrypted with. */
export type Keyring = {
  /** What a new database is encrypted with. */
  newest: Buffer
  /** All that may open a value, read again since another process may have added one. */
  all(): Buffer[]
  /** The file that this call made, because there was none. */
  madeFile?: string
}

/**
 * The keys that are `given` (64 hexadecimal digits each, the newest first, with spaces between), or the ones in
 * `<dataDir>/tenant.key`, which is made (mode 0600) together with a new database. Throws a StartUpError when a key
 * is malformed or missing.
 */
export function openKeyring(dataDir: string, given: string | undefined): Keyring {
  if (given?.trim()) {
    const keys = decode(given, 'TENANT_ENCRYPTION_KEY')
    return { newest: keys[0], all: () => keys }
  }
  const file = keyFile(dataDir)
  const isMade = !existsSync(file) && makeKeyFile(dataDir)
  const all = () => readKeyFile(dataDir)
  return { newest: all()[0], all, ...(isMade && { madeFile: file }) }
}

/** The same for a command that needs a tenant which is there already: throws a StartUpError when there is no key. */
export function knownKeyring(dataDir: string, given: string | undefined): Keyring {
  if (given?.trim() || existsSync(keyFile(dataDir))) return openKeyring(dataDir, given)
  throw new StartUpError(
    `There is no ${keyFile(dataDir)}: put the encryption key of the tenant there or set TENANT_ENCRYPTION_KEY.`,
  )
}

const keyFile = (dataDir: string) => join(dataDir, 'tenant.key')

export const readKeyFile = (dataDir: string) =>
  decode(readFileSync(keyFile(dataDir), 'utf8'), keyFile(dataDir))

/** Replaces the keys in the file, all or nothing. */
export function writeKeyFile(dataDir: string, keys: Buffer[]) {
  const written = writeBeside(dataDir, keys)
  renameSync(written, keyFile(dataDir))
}

export const newKey = () => randomBytes(keyBytes)

/** Whether this call made the file; another process may do it in this moment. */
function makeKeyFile(dataDir: string): boolean {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  chmodSync(dataDir, 0o700)
  const written = writeBeside(dataDir, [newKey()])
  try {
    if (existsSync(join(dataDir, 'tenant.db'))) {
      if (existsSync(keyFile(dataDir))) return false
      throw new StartUpError(
        `There is a database in ${dataDir} but not the key it was encrypted with: restore ${keyFile(dataDir)} or set TENANT_ENCRYPTION_KEY.`,
      )
    }
    linkSync(written, keyFile(dataDir))
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(written)
  }
}

/** A file that is there is whole. */
function writeBeside(dataDir: string, keys: Buffer[]): string {
  const file = `${keyFile(dataDir)}.${randomBytes(6).toString('hex')}`
  const text = keys.map((key) => `${key.toString('hex')}\n`).join('')
  writeFileSync(file, text, { mode: 0o600, flag: 'wx', flush: true })
  return file
}

function decode(text: string, name: string): [Buffer, ...Buffer[]] {
  const [first = '', ...others] = text.trim().split(/\s+/)
  const toBytes = (digits: string) => {
    if (!/^[0-9a-f]{64}$/i.test(digits)) throw new StartUpError(`${name} must be 64 hexadecimal digits.`)
    return Buffer.from(digits, 'hex')
  }
  return [toBytes(first), ...others.map(toBytes)]
}
