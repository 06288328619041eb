import { expressionBuilder, type Kysely, type SqlBool, sql } from 'kysely'
import { forUpdate } from '../../database/for-update.ts'
import { isPostgres } from '../../database/postgres.ts'
import { inTransaction } from '../../database/transaction.ts'
import type { Cipher } from './cipher.ts'
import { documents } from './documents.ts'
import { insertUnique } from './insert-unique.ts'
import type { RoleStore, StoredRole } from './people.ts'
import type { Tables } from './tables.ts'
import { userDocuments } from './users.ts'
import { readWindow } from './window.ts'

export function roleStore(db: Kysely<Tables>, cipher: Cipher): RoleStore {
  const json = documents<StoredRole>(cipher, 'role', 'id', [])
  const columns = (role: StoredRole) => ({ ...json.write(role), name: role.name })
  const rows = (on: Kysely<Tables>, id: string) =>
    on.selectFrom('roles').select(['document', 'secrets']).where('id', '=', id)

  return {
    insert: (role) =>
      insertUnique(db.insertInto('roles').values({ id: role.id, ...columns(role) }), `role ${role.name}`),
    async find(id) {
      const row = await rows(db, id).executeTakeFirst()
      return row && json.read(row)
    },
    list({ name, userId }, window) {
      const where = expressionBuilder<Tables, 'roles'>()
      const filter = where.and([
        ...(name ? [sql<SqlBool>`lower(name) like ${containing(name)} escape '\\'`] : []),
        ...(userId === undefined
          ? []
          : [where('id', 'in', db.selectFrom('user_roles').select('role_id').where('user_id', '=', userId))]),
      ])
      const isByPage = window.skip !== undefined
      return readWindow(db, 'roles', filter, window, json, isByPage ? sorted(db, 'name') : undefined)
    },
    update: (id, change) =>
      inTransaction(db, async (trx) => {
        const row = await forUpdate(trx, rows(trx, id)).executeTakeFirst()
        if (!row) return undefined
        const changed = change(json.read(row))
        await insertUnique(
          trx.updateTable('roles').set(columns(changed)).where('id', '=', id),
          `role ${changed.name}`,
        )
        return changed
      }),
    async delete(id) {
      const result = await db.deleteFrom('roles').where('id', '=', id).executeTakeFirst()
      return result.numDeletedRows > 0n
    },
    ...members(db, cipher),
    ...permissions(db),
  }
}

/** The same order on both databases, whatever language PostgreSQL was set up for. */
const sorted = (db: Kysely<Tables>, column: 'name' | 'scope') =>
  sql`${sql.ref(column)} collate ${isPostgres(db) ? sql.id('C') : sql.raw('binary')}`

const containing = (text: string) => `%${text.toLowerCase().replace(/[%_\\]/g, '\\$&')}%`

const members = (db: Kysely<Tables>, cipher: Cipher): Pick<RoleStore, 'users' | 'assign' | 'unassign'> => ({
  users(roleId, window) {
    const having = db.selectFrom('user_roles').select('user_id').where('role_id', '=', roleId)
    const filter = expressionBuilder<Tables, 'users'>()('user_id', 'in', having)
    return readWindow(db, 'users', filter, window, userDocuments(cipher))
  },
  async assign(userIds, roleIds) {
    const pairs = userIds.flatMap((user_id) => roleIds.map((role_id) => ({ user_id, role_id })))
    if (!pairs.length) return
    await insertUnique(
      db
        .insertInto('user_roles')
        .values(pairs)
        .onConflict((conflict) => conflict.doNothing()),
      'role of a user',
    )
  },
  async unassign(userId, roleIds) {
    await db.deleteFrom('user_roles').where('user_id', '=', userId).where('role_id', 'in', roleIds).execute()
  },
})

type PermissionStore = Pick<RoleStore, 'permissions' | 'addPermissions' | 'removePermissions'>

const permissions = (db: Kysely<Tables>): PermissionStore => ({
  async permissions(roleId, { take, skip = 0 }) {
    const ofRole = db.selectFrom('role_permissions').where('role_id', '=', roleId)
    const items = await ofRole
      .select(['audience', 'scope'])
      .orderBy(sorted(db, 'scope'))
      .orderBy('seq')
      .limit(take)
      .offset(skip)
      .execute()
    const { count } = await ofRole
      .select((select) => select.fn.countAll().as('count'))
      .executeTakeFirstOrThrow()
    return { items, total: Number(count) }
  },
  addPermissions: (roleId, permissions) =>
    insertUnique(
      db
        .insertInto('role_permissions')
        .values(permissions.map((permission) => ({ role_id: roleId, ...permission })))
        .onConflict((conflict) => conflict.doNothing()),
      'permission of a role',
    ),
  removePermissions: (roleId, permissions) =>
    inTransaction(db, async (trx) => {
      for (const { audience, scope } of permissions) {
        await trx
          .deleteFrom('role_permissions')
          .where((where) => where.and({ role_id: roleId, audience, scope }))
          .execute()
      }
    }),
})
