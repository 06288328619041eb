import { expressionBuilder, type Kysely } from 'kysely'
import { forUpdate } from '../../database/for-update.ts'
import type { Cipher } from './cipher.ts'
import { takeAliases } from './client-aliases.ts'
import { documents } from './documents.ts'
import { insertUnique } from './insert-unique.ts'
import { sealing } from './key-check.ts'
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
  const named = (on: Kysely<Tables>, clientId: string) =>
    on.selectFrom('clients').select(['document', 'secrets']).where('client_id', '=', clientId)

  return {
    insert: (client) =>
      sealing(db, cipher, async (trx) => {
        await insertUnique(
          trx.insertInto('clients').values({ client_id: client.client_id, ...columns(client) }),
          `client ${client.client_id}`,
        )
        await takeAliases(trx, client)
      }),
    async find(clientId) {
      const row = await named(db, clientId).executeTakeFirst()
      return row && json.read(row)
    },
    list: (filter, window) => readWindow(db, 'clients', matching(filter), window, json),
    update: (clientId, change) =>
      sealing(db, cipher, async (trx) => {
        const row = await forUpdate(trx, named(trx, clientId)).executeTakeFirst()
        if (!row) return undefined
        const current = json.read(row)
        const changed = change(current)
        await takeAliases(trx, changed, current.client_aliases)
        await trx.updateTable('clients').set(columns(changed)).where('client_id', '=', clientId).execute()
        return changed
      }),
    async delete(clientId) {
      const result = await db.deleteFrom('clients').where('client_id', '=', clientId).executeTakeFirst()
      return result.numDeletedRows > 0n
    },
  }
}

function matching({ isGlobal, isFirstParty, appTypes, forAnyOrganization }: ClientFilter) {
  const where = expressionBuilder<Tables, 'clients'>()
  return where.and([
    ...(isGlobal === undefined ? [] : [where('is_global', '=', Number(isGlobal))]),
    ...(isFirstParty === undefined ? [] : [where('is_first_party', '=', Number(isFirstParty))]),
    ...(appTypes ? [where('app_type', 'in', appTypes)] : []),
    ...(forAnyOrganization ? [where('client_id', 'in', withGrantForAnyOrganization)] : []),
  ])
}

const withGrantForAnyOrganization = expressionBuilder<Tables, 'clients'>()
  .selectFrom('client_grants')
  .where('allow_any_organization', '=', 1)
  .where('client_grants.client_id', 'is not', null)
  .select('client_grants.client_id')
