import type { Kysely } from 'kysely'
import { addSequence } from '../../../database/sequence.ts'

export async function createTenant(db: Kysely<never>): Promise<void> {
  const documents = (name: string) =>
    addSequence(db, db.schema.createTable(name))
      .addColumn('document', 'text', (column) => column.notNull())
      .addColumn('secrets', 'text')

  await documents('clients')
    .addColumn('client_id', 'text', (column) => column.notNull().unique())
    .addColumn('is_global', 'integer', (column) => column.notNull())
    .addColumn('is_first_party', 'integer', (column) => column.notNull())
    .addColumn('app_type', 'text')
    .execute()

  await documents('client_credentials')
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('client_id', 'text', (column) =>
      column.notNull().references('clients.client_id').onDelete('cascade'),
    )
    .execute()
  await db.schema
    .createIndex('client_credentials_client_id')
    .on('client_credentials')
    .column('client_id')
    .execute()

  await documents('resource_servers')
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('identifier', 'text', (column) => column.notNull().unique())
    .execute()

  await documents('client_grants')
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('client_id', 'text', (column) => column.references('clients.client_id').onDelete('cascade'))
    .addColumn('audience', 'text', (column) =>
      column.notNull().references('resource_servers.identifier').onDelete('cascade'),
    )
    .addColumn('subject_type', 'text', (column) => column.notNull())
    .addColumn('default_for', 'text')
    .addColumn('allow_any_organization', 'integer', (column) => column.notNull())
    // A grant has either a client or a `default_for`; nulls never collide, so each key binds its own kind.
    .addUniqueConstraint('one_grant_per_client', ['client_id', 'audience', 'subject_type'])
    .addUniqueConstraint('one_default_grant', ['default_for', 'audience', 'subject_type'])
    .execute()
  await db.schema.createIndex('client_grants_audience').on('client_grants').column('audience').execute()

  await documents('signing_keys')
    .addColumn('kid', 'text', (column) => column.notNull().unique())
    .execute()

  await addSequence(db, db.schema.createTable('users'))
    .addColumn('user_id', 'text', (column) => column.notNull().unique())
    .addColumn('email', 'text', (column) => column.notNull().unique())
    .addColumn('document', 'text', (column) => column.notNull())
    .execute()

  await db.schema
    .createTable('settings')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('document', 'text', (column) => column.notNull())
    .execute()

  await db.schema
    .createTable('artifacts')
    .addColumn('model', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint')
    .addColumn('uid', 'text')
    .addColumn('user_code', 'text')
    .addColumn('grant_id', 'text')
    .addPrimaryKeyConstraint('artifacts_key', ['model', 'id'])
    .execute()
  for (const column of ['uid', 'user_code', 'grant_id', 'expires_at'] as const) {
    await db.schema.createIndex(`artifacts_${column}`).on('artifacts').column(column).execute()
  }
}
