import type { Kysely } from 'kysely'
import { forUpdate } from '../../database/for-update.ts'
import { inTransaction } from '../../database/transaction.ts'
import type { SettingsStore } from './storage.ts'
import type { Tables } from './tables.ts'

const id = 'tenant'

export function settingsStore(db: Kysely<Tables>): SettingsStore {
  const row = (on: Kysely<Tables>) => on.selectFrom('settings').select('document').where('id', '=', id)

  return {
    async get() {
      const found = await row(db).executeTakeFirst()
      return found ? JSON.parse(found.document) : {}
    },
    update: (change) =>
      inTransaction(db, async (trx) => {
        // Made when missing, since only a row that exists can be locked.
        await trx
          .insertInto('settings')
          .values({ id, document: '{}' })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
        const current = await forUpdate(trx, row(trx)).executeTakeFirstOrThrow()
        const changed = change(JSON.parse(current.document))
        await trx
          .updateTable('settings')
          .set({ document: JSON.stringify(changed) })
          .where('id', '=', id)
          .execute()
        return changed
      }),
  }
}
