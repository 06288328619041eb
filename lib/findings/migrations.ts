import type { Kysely } from 'kysely'

export async function createFindings(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('observed_secrets')
    .addColumn('client_id', 'text', (column) => column.primaryKey())
    .addColumn('set_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('snoozes')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('object', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('snoozes_key', ['kind', 'object'])
    .execute()
}
