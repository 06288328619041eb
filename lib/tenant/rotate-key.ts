import type { Kysely } from 'kysely'
import { alone } from '../database/alone.ts'
import { newKey, readKeyFile, writeKeyFile } from './encryption-key.ts'
import { withTables } from './maintenance.ts'
import type { MemoryOptions } from './open-memory.ts'
import { StartUpError } from './start-up-error.ts'
import { type Cipher, createCipher, keyName, keyNameOf } from './storage/cipher.ts'
import { readKeyCheck } from './storage/key-check.ts'
import { needsOtherKeys, reseal, switchKey } from './storage/reseal.ts'
import type { Tables } from './storage/tables.ts'

/**
 * Changes the encryption key while the tenant runs: every process seals with the new one from the moment it is in
 * use, then what the old one sealed is sealed anew. The new key is the first of TENANT_ENCRYPTION_KEY, or is made and
 * written to `tenant.key`, from which the old one goes at the end. What was interrupted goes on when asked for again.
 * Resolves with the number of values sealed anew. Rejects with a StartUpError.
 */
export const rotateKey = (options: MemoryOptions): Promise<number> =>
  withTables(options, async ({ db, keyring }) => {
    const { dataDir, encryptionKey } = options
    if (encryptionKey) {
      if (keyring.all().length < 2) {
        throw new StartUpError(
          'Set TENANT_ENCRYPTION_KEY="<new key> <old key>" for every process of the tenant first, then for this command.',
        )
      }
      return sealWith(db, createCipher(keyring.newest, keyring.all))
    }

    const cipher = await alone(db, async (trx) => {
      const keys = readKeyFile(dataDir)
      // More than one: a rotation was interrupted, and its key may be in use already.
      const newest = keys.length > 1 ? keys[0] : newKey()
      if (keys.length === 1) writeKeyFile(dataDir, [newest, ...keys])
      const found = createCipher(newest, () => readKeyFile(dataDir))
      await switchKey(trx, found)
      return found
    })
    const resealed = await reseal(db, cipher)
    await alone(db, (trx) => dropOldKeys(trx, dataDir))
    return resealed
  })

async function sealWith(db: Kysely<Tables>, cipher: Cipher): Promise<number> {
  await alone(db, (trx) => switchKey(trx, cipher))
  return reseal(db, cipher)
}

/** Unless another rotation has begun meanwhile, which needs them. */
async function dropOldKeys(trx: Kysely<Tables>, dataDir: string) {
  if (await needsOtherKeys(trx)) return
  const { document } = await readKeyCheck(trx).executeTakeFirstOrThrow()
  const current = keyNameOf(document)
  writeKeyFile(
    dataDir,
    readKeyFile(dataDir).filter((key) => keyName(key) === current),
  )
}
