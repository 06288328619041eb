import { type Kysely, sql } from 'kysely'
import { addSequence } from '../../../database/sequence.ts'

/** Users that can be searched, roles and who has them, and whose each session is. */
export async function createPeople(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable('users').addColumn('secrets', 'text').execute()
  await db.schema.alterTable('users').addColumn('name', 'text').execute()
  await nameUsers(db)
  await db.schema.createIndex('users_name').on('users').column('name').execute()

  await db.schema.alterTable('artifacts').addColumn('account_id', 'text').execute()
  await db.schema.createIndex('artifacts_account_id').on('artifacts').column('account_id').execute()

  await addSequence(db, db.schema.createTable('roles'))
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('secrets', 'text')
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .execute()

  await db.schema
    .createTable('user_roles')
    .addColumn('user_id', 'text', (column) =>
      column.notNull().references('users.user_id').onDelete('cascade'),
    )
    .addColumn('role_id', 'text', (column) => column.notNull().references('roles.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('user_roles_key', ['user_id', 'role_id'])
    .execute()
  await db.schema.createIndex('user_roles_role_id').on('user_roles').column('role_id').execute()

  await addSequence(db, db.schema.createTable('role_permissions'))
    .addColumn('role_id', 'text', (column) => column.notNull().references('roles.id').onDelete('cascade'))
    .addColumn('audience', 'text', (column) =>
      column.notNull().references('resource_servers.identifier').onDelete('cascade'),
    )
    .addColumn('scope', 'text', (column) => column.notNull())
    .addUniqueConstraint('role_permissions_key', ['role_id', 'audience', 'scope'])
    .execute()
  await db.schema.createIndex('role_permissions_audience').on('role_permissions').column('audience').execute()
}

async function nameUsers(db: Kysely<never>) {
  const users = await sql<{ user_id: string; document: string }>`select user_id, document from users`.execute(
    db,
  )
  for (const { user_id, document } of users.rows) {
    const name = String(JSON.parse(document).name).toLowerCase()
    await sql`update users set name = ${name} where user_id = ${user_id}`.execute(db)
  }
}
