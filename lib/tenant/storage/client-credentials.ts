import type { Kysely } from 'kysely'
import { forUpdate } from '../../database/for-update.ts'
import { inTransaction } from '../../database/transaction.ts'
import type { Cipher } from './cipher.ts'
import { documents } from './documents.ts'
import { insertUnique } from './insert-unique.ts'
import type { ClientCredentialStore, StoredClientCredential } from './storage.ts'
import type { Tables } from './tables.ts'

export function clientCredentialStore(db: Kysely<Tables>, cipher: Cipher): ClientCredentialStore {
  const json = documents<StoredClientCredential>(cipher, 'client_credential', 'id', [])
  const named = (on: Kysely<Tables>, clientId: string, id: string) =>
    on
      .selectFrom('client_credentials')
      .select(['document', 'secrets'])
      .where('client_id', '=', clientId)
      .where('id', '=', id)

  return {
    insert: (clientId, credential) =>
      insertUnique(
        db
          .insertInto('client_credentials')
          .values({ id: credential.id, client_id: clientId, ...json.write(credential) }),
        `credential ${credential.id}`,
      ),
    async find(clientId, id) {
      const row = await named(db, clientId, id).executeTakeFirst()
      return row && json.read(row)
    },
    async list(clientId) {
      const rows = await db
        .selectFrom('client_credentials')
        .select(['document', 'secrets'])
        .where('client_id', '=', clientId)
        .orderBy('seq')
        .execute()
      return rows.map((row) => json.read(row))
    },
    update: (clientId, id, change) =>
      inTransaction(db, async (trx) => {
        const row = await forUpdate(trx, named(trx, clientId, id)).executeTakeFirst()
        if (!row) return undefined
        const changed = change(json.read(row))
        await trx.updateTable('client_credentials').set(json.write(changed)).where('id', '=', id).execute()
        return changed
      }),
    async delete(clientId, id) {
      const result = await db
        .deleteFrom('client_credentials')
        .where('client_id', '=', clientId)
        .where('id', '=', id)
        .executeTakeFirst()
      return result.numDeletedRows > 0n
    },
  }
}
