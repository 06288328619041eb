import type { Kysely } from 'kysely'
import { forShare } from '../../database/for-update.ts'
import { inTransaction } from '../../database/transaction.ts'
import type { Cipher } from './cipher.ts'
import type { Tables } from './tables.ts'

/** The database was encrypted with another key. */
export class WrongKeyError extends Error {
  override name = 'WrongKeyError'
}

/** The row of `settings` that holds a known text, sealed with the key that new values are sealed with. */
const checkId = 'encryption_check'
const known = 'This database opens with this key.'

/** What a database has that is sealed with the current key of the cipher. */
export const newKeyCheck = (cipher: Cipher) => ({ id: checkId, document: cipher.seal(known, checkId) })

/** Seals a known text in a new database; in an old one, rejects with WrongKeyError when no key can open it. */
export async function verifyKey(db: Kysely<Tables>, cipher: Cipher): Promise<void> {
  await db
    .insertInto('settings')
    .values(newKeyCheck(cipher))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  openKeyCheck(cipher, await readKeyCheck(db).executeTakeFirstOrThrow())
}

/** Throws WrongKeyError when the cipher has not the key that this check was sealed with. */
export function openKeyCheck(cipher: Cipher, { document }: { document: string }) {
  try {
    cipher.open(document, checkId)
  } catch (error) {
    throw new WrongKeyError(
      'The encryption key is not the one the database was written with: restore tenant.key or TENANT_ENCRYPTION_KEY.',
      { cause: error },
    )
  }
}

export const readKeyCheck = (db: Kysely<Tables>) =>
  db.selectFrom('settings').select(['id', 'document']).where('id', '=', checkId)

/** From now on the cipher seals with the key that this check was sealed with. */
export const sealLike = (cipher: Cipher, { document }: { document: string }) =>
  cipher.sealLike(document, checkId)

/** The row as it stands in the backup of a database. */
export const keyCheckRow = (document: string) => ({ id: checkId, document })

/**
 * Runs a write of sealed values in a transaction, with the key that the database says is in use: a change of keys,
 * maybe by another process, waits until it is done and finds what it wrote.
 */
export const sealing = <Result>(
  db: Kysely<Tables>,
  cipher: Cipher,
  write: (trx: Kysely<Tables>) => Promise<Result>,
): Promise<Result> =>
  inTransaction(db, async (trx) => {
    const { document } = await forShare(trx, readKeyCheck(trx)).executeTakeFirstOrThrow()
    sealLike(cipher, { document })
    return write(trx)
  })
