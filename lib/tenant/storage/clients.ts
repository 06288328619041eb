import { expressionBuilder, type Kysely } from 'kysely'
import { inTransaction } from '../../database/transaction.ts'
import type { Cipher } from './cipher.ts'
import { documents } from './documents.ts'
import { insertUnique } from './insert-unique.ts'
import type { ClientFilter, ClientStore, StoredClient } from './storage.ts'
import type { Tables } from './tables.ts'
import { readWindow } from './window.ts'

export function clientStore(db: Kysely<Tables>, cipher: Cipher): ClientStore {
  // Add-ons hold the credentials of third parties.
  const json = documents<StoredClient>(cipher, 'client', 'client_id', [
    'client_secret',
    'encryption_key',
    'addons',
  ])
  const columns = (client: StoredClient) => ({
    ...json.write(client),
    is_global: Number(client.global),
    is_first_party: Number(client.is_first_party ?? true),
    app_type: client.app_type ?? null,
  })
  const find = async (on: Kysely<Tables>, clientId: string) => {
    const row = await on
      .selectFrom('clients')
      .select(['document', 'secrets'])
      .where('client_id', '=', clientId)
      .executeTakeFirst()
    return row && json.read(row)
  }

  return {
    insert: (client) =>
      insertUnique(
        db.insertInto('clients').values({ client_id: client.client_id, ...columns(client) }),
        `client ${client.client_id}`,
      ),
    find: (clientId) => find(db, clientId),
    list: (filter, window) => readWindow(db, 'clients', matching(filter), window, json),
    update: (clientId, change) =>
      inTransaction(db, async (trx) => {
        const current = await find(trx, clientId)
        if (!current) return undefined
        const changed = change(current)
        await trx.updateTable('clients').set(columns(changed)).where('client_id', '=', clientId).execute()
        return changed
      }),
    async delete(clientId) {
      const result = await db.deleteFrom('clients').where('client_id', '=', clientId).executeTakeFirst()
      return result.numDeletedRows > 0n
    },
  }
}

function matching({ isGlobal, isFirstParty, appTypes }: ClientFilter) {
  const where = expressionBuilder<Tables, 'clients'>()
  return where.and([
    ...(isGlobal === undefined ? [] : [where('is_global', '=', Number(isGlobal))]),
    ...(isFirstParty === undefined ? [] : [where('is_first_party', '=', Number(isFirstParty))]),
    ...(appTypes ? [where('app_type', 'in', appTypes)] : []),
  ])
}
