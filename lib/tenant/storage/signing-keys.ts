import type { Kysely } from 'kysely'
import { inTransaction } from '../../database/transaction.ts'
import type { Cipher } from './cipher.ts'
import { documents } from './documents.ts'
import { insertUnique } from './insert-unique.ts'
import type { SigningKeyStore, StoredSigningKey } from './storage.ts'
import type { Tables } from './tables.ts'

export function signingKeyStore(db: Kysely<Tables>, cipher: Cipher): SigningKeyStore {
  const json = documents<StoredSigningKey>(cipher, 'signing_key', 'kid', ['privateKey'])
  const list = async (on: Kysely<Tables>) => {
    const rows = await on.selectFrom('signing_keys').select(['document', 'secrets']).orderBy('seq').execute()
    return rows.map((row) => json.read(row))
  }
  const insert = (on: Kysely<Tables>, key: StoredSigningKey) =>
    insertUnique(
      on.insertInto('signing_keys').values({ kid: key.kid, ...json.write(key) }),
      `signing key ${key.kid}`,
    )

  return {
    list: () => list(db),
    insert: (key) => insert(db, key),
    update: (change) =>
      inTransaction(db, async (trx) => {
        const known = await list(trx)
        const changed = change(known)
        for (const key of changed) {
          if (known.some(({ kid }) => kid === key.kid)) {
            await trx.updateTable('signing_keys').set(json.write(key)).where('kid', '=', key.kid).execute()
          } else {
            await insert(trx, key)
          }
        }
        return changed
      }),
  }
}
