import { hkdfSync, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartUpError } from './start-up-error.ts'

const keyBytes = 32

/**
 * The 32-byte key that the tenant's secrets are encrypted with: `given` (64 hexadecimal digits), or the one in
 * `<dataDir>/tenant.key`, which is made (mode 0600) together with a new database. Throws a StartUpError when
 * the key is malformed or missing.
 */
export function encryptionKey(dataDir: string, given: string | undefined): Buffer {
  if (given) return decode(given, 'TENANT_ENCRYPTION_KEY')

  const file = join(dataDir, 'tenant.key')
  if (existsSync(file)) return decode(readFileSync(file, 'utf8').trim(), file)
  if (existsSync(join(dataDir, 'tenant.db'))) {
    throw new StartUpError(
      `There is a database in ${dataDir} but not the key it was encrypted with: restore ${file} or set TENANT_ENCRYPTION_KEY.`,
    )
  }
  const key = randomBytes(keyBytes)
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  chmodSync(dataDir, 0o700)
  // A file that is there already was made by another process in this moment: refuse rather than overwrite.
  writeFileSync(file, `${key.toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true })
  return key
}

function decode(text: string, name: string): Buffer {
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new StartUpError(`${name} must be 64 hexadecimal digits.`)
  return Buffer.from(text, 'hex')
}

/** Another key for another purpose, from which the encryption key can't be told. RFC 5869. */
export const deriveKey = (key: Buffer, purpose: string) =>
  Buffer.from(hkdfSync('sha256', key, '', purpose, keyBytes)).toString('base64url')
