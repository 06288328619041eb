import type { Kysely } from 'kysely'
import { addSequence } from '../../../database/sequence.ts'

/** The tenant's log, and the counts behind quotas and rate limits. */
export async function createLogs(db: Kysely<never>): Promise<void> {
  await addSequence(db, db.schema.createTable('logs'))
    .addColumn('date', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('client_id', 'text')
    .addColumn('user_id', 'text')
    .addColumn('document', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('logs_date').on('logs').column('date').execute()
  for (const column of ['type', 'client_id', 'user_id'] as const) {
    await db.schema.createIndex(`logs_${column}`).on('logs').columns([column, 'seq']).execute()
  }

  await db.schema
    .createTable('counters')
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('ends_at', 'bigint', (column) => column.notNull())
    .addColumn('used', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('counters_key', ['key', 'ends_at'])
    .execute()
}
