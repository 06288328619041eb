import type { Kysely } from 'kysely'
import type { Cipher } from './cipher.ts'
import type { Tables } from './tables.ts'

/** The database was encrypted with another key. */
export class WrongKeyError extends Error {
  override name = 'WrongKeyError'
}

const id = 'encryption_check'
const known = 'This database opens with this key.'

/** Seals a known text in a new database; in an old one, rejects with WrongKeyError when the key can't open it. */
export async function verifyKey(db: Kysely<Tables>, cipher: Cipher): Promise<void> {
  await db
    .insertInto('settings')
    .values({ id, document: cipher.seal(known, id) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { document } = await db
    .selectFrom('settings')
    .select('document')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  try {
    cipher.open(document, id)
  } catch (error) {
    throw new WrongKeyError(
      'The encryption key is not the one the database was written with: restore tenant.key or TENANT_ENCRYPTION_KEY.',
      { cause: error },
    )
  }
}
