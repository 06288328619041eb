import type { Kysely } from 'kysely'
import { forUpdate } from '../../database/for-update.ts'
import type { Cipher } from './cipher.ts'
import { documents } from './documents.ts'
import { insertUnique } from './insert-unique.ts'
import { sealing } from './key-check.ts'
import type { SigningKeyStore, StoredSigningKey } from './storage.ts'
import type { Tables } from './tables.ts'

export function signingKeyStore(db: Kysely<Tables>, cipher: Cipher): SigningKeyStore {
  const json = documents<StoredSigningKey>(cipher, 'signing_key', 'kid', ['privateKey'])
  const rows = (on: Kysely<Tables>) =>
    on.selectFrom('signing_keys').select(['document', 'secrets']).orderBy('seq')
  const insert = (trx: Kysely<Tables>, key: StoredSigningKey) =>
    insertUnique(
      trx.insertInto('signing_keys').values({ kid: key.kid, ...json.write(key) }),
      `signing key ${key.kid}`,
    )

  return {
    list: async () => (await rows(db).execute()).map((row) => json.read(row)),
    insert: (key) => sealing(db, cipher, (trx) => insert(trx, key)),
    update: (change) =>
      sealing(db, cipher, async (trx) => {
        // Whoever waited for another rotation must see the key it added: a row that no lock was waiting for.
        await forUpdate(trx, rows(trx)).execute()
        const known = (await rows(trx).execute()).map((row) => json.read(row))
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
