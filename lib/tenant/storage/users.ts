import type { Kysely } from 'kysely'
import { insertUnique } from './insert-unique.ts'
import type { StoredUser, UserStore } from './storage.ts'
import type { Tables } from './tables.ts'

export function userStore(db: Kysely<Tables>): UserStore {
  const find = async (column: 'user_id' | 'email', value: string): Promise<StoredUser | undefined> => {
    const row = await db.selectFrom('users').select('document').where(column, '=', value).executeTakeFirst()
    return row && JSON.parse(row.document)
  }

  return {
    insert: (user) =>
      insertUnique(
        db
          .insertInto('users')
          .values({ user_id: user.user_id, email: lookup(user.email), document: JSON.stringify(user) }),
        `user ${user.user_id}`,
      ),
    find: (userId) => find('user_id', userId),
    findByEmail: (email) => find('email', lookup(email)),
    async count() {
      const { count } = await db
        .selectFrom('users')
        .select((select) => select.fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
      return Number(count)
    },
  }
}

const lookup = (email: string) => email.trim().toLowerCase()
