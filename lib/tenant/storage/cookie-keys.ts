import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Cipher } from './cipher.ts'
import { sealing } from './key-check.ts'
import type { Tables } from './tables.ts'

/** The row of `settings` that holds them, sealed. */
export const cookieKeysId = 'cookie_keys'

/** What the cookies of all processes are signed with, made by the first of them: 32 random bytes as text. */
export const readCookieKeys = (db: Kysely<Tables>, cipher: Cipher): Promise<string[]> =>
  sealing(db, cipher, async (trx) => {
    const keys = JSON.stringify([randomBytes(32).toString('base64url')])
    await trx
      .insertInto('settings')
      .values({ id: cookieKeysId, document: cipher.seal(keys, cookieKeysId) })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const { document } = await trx
      .selectFrom('settings')
      .select('document')
      .where('id', '=', cookieKeysId)
      .executeTakeFirstOrThrow()
    return JSON.parse(cipher.open(document, cookieKeysId))
  })
