import { type Expression, expressionBuilder, type Kysely, type SqlBool } from 'kysely'
import { forUpdate } from '../../database/for-update.ts'
import { inTransaction } from '../../database/transaction.ts'
import type { Cipher } from './cipher.ts'
import { documents } from './documents.ts'
import { insertUnique } from './insert-unique.ts'
import { condition, startsWith } from './logic.ts'
import type { StoredUser, UserStore, UserTerm } from './people.ts'
import type { Tables } from './tables.ts'
import { readWindow } from './window.ts'

/** Password hashes are slow to guess from, so they stand in the document. */
export const userDocuments = (cipher: Cipher) => documents<StoredUser>(cipher, 'user', 'user_id', [])

export function userStore(db: Kysely<Tables>, cipher: Cipher): UserStore {
  const json = userDocuments(cipher)
  const columns = (user: StoredUser) => ({
    ...json.write(user),
    email: lower(user.email),
    name: lower(user.name),
  })
  const rows = (on: Kysely<Tables>) => on.selectFrom('users').select(['document', 'secrets'])

  return {
    insert: (user) =>
      insertUnique(
        db.insertInto('users').values({ user_id: user.user_id, ...columns(user) }),
        `user ${user.user_id}`,
      ),
    async find(userId) {
      const row = await rows(db).where('user_id', '=', userId).executeTakeFirst()
      return row && json.read(row)
    },
    async findByEmail(email) {
      const row = await rows(db).where('email', '=', lower(email)).executeTakeFirst()
      return row && json.read(row)
    },
    list(filter, window) {
      const everybody = expressionBuilder<Tables, 'users'>().and([])
      return readWindow(db, 'users', filter ? condition(filter, matching) : everybody, window, json)
    },
    update: (userId, change) =>
      inTransaction(db, async (trx) => {
        const row = await forUpdate(trx, rows(trx).where('user_id', '=', userId)).executeTakeFirst()
        if (!row) return undefined
        const changed = change(json.read(row))
        await insertUnique(
          trx.updateTable('users').set(columns(changed)).where('user_id', '=', userId),
          `user ${changed.email}`,
        )
        return changed
      }),
    async delete(userId) {
      const result = await db.deleteFrom('users').where('user_id', '=', userId).executeTakeFirst()
      return result.numDeletedRows > 0n
    },
    async count() {
      const { count } = await db
        .selectFrom('users')
        .select((select) => select.fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
      return Number(count)
    },
  }
}

const lower = (text: string) => text.trim().toLowerCase()

function matching(term: UserTerm): Expression<SqlBool> {
  const comparable = (text: string) => (term.field === 'user_id' ? text : lower(text))
  return 'value' in term
    ? expressionBuilder<Tables, 'users'>()(term.field, '=', comparable(term.value))
    : startsWith(term.field, comparable(term.prefix))
}
