import type { Kysely } from 'kysely'
import { inTransaction } from '../../database/transaction.ts'
import type { SettingsStore } from './storage.ts'
import type { Tables } from './tables.ts'

const id = 'tenant'

export function settingsStore(db: Kysely<Tables>): SettingsStore {
  const get = async (on: Kysely<Tables>) => {
    const row = await on.selectFrom('settings').select('document').where('id', '=', id).executeTakeFirst()
    return row ? JSON.parse(row.document) : {}
  }

  return {
    get: () => get(db),
    update: (change) =>
      inTransaction(db, async (trx) => {
        const changed = change(await get(trx))
        const document = JSON.stringify(changed)
        await trx
          .insertInto('settings')
          .values({ id, document })
          .onConflict((conflict) => conflict.column('id').doUpdateSet({ document }))
          .execute()
        return changed
      }),
  }
}
