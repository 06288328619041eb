import { type Kysely, sql } from 'kysely'
import { appendOnly } from '../database/append-only.ts'
import { addSequence } from '../database/sequence.ts'

export async function createChanges(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('change_sets')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .execute()
  await addSequence(db, db.schema.createTable('changes'), 'id')
    .addColumn('set_id', 'text', (column) => column.notNull().references('change_sets.id'))
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('object', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('change', 'text', (column) => column.notNull())
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .execute()
  await db.schema.createIndex('changes_object').on('changes').column('object').execute()
}

/** What a set plans and what became of it; and from now on the record can't be rewritten. */
export async function createChangeSets(db: Kysely<never>): Promise<void> {
  await db.schema
    .alterTable('change_sets')
    .addColumn('origin', 'text', (column) => column.notNull().defaultTo('console'))
    .execute()
  await db.schema.alterTable('change_sets').addColumn('undoes', 'text').execute()
  await db.schema.alterTable('changes').addColumn('step', 'bigint').execute()
  await db.schema.alterTable('changes').addColumn('undoes', 'bigint').execute()
  await db.schema.createIndex('changes_set').on('changes').column('set_id').execute()
  await db.schema.createIndex('changes_step').on('changes').column('step').execute()
  await db.schema.createIndex('changes_undoes').on('changes').column('undoes').execute()

  await addSequence(db, db.schema.createTable('change_set_steps'), 'id')
    .addColumn('set_id', 'text', (column) => column.notNull().references('change_sets.id'))
    .addColumn('slot', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('change', 'text')
    .addColumn('undoes', 'bigint')
    .execute()
  await db.schema.createIndex('change_set_steps_set').on('change_set_steps').column('set_id').execute()
  await addSequence(db, db.schema.createTable('change_set_events'), 'id')
    .addColumn('set_id', 'text', (column) => column.notNull().references('change_sets.id'))
    .addColumn('step', 'bigint')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('author', 'text')
    .addColumn('said', 'text')
    .execute()
  await db.schema.createIndex('change_set_events_set').on('change_set_events').column('set_id').execute()
  await sql`create index change_set_states on change_set_events (set_id, id) where step is null`.execute(db)

  for (const table of ['change_sets', 'changes', 'change_set_steps', 'change_set_events']) {
    await appendOnly(db, table)
  }
}

/** What the tenant's own log says of a set's calls. */
export async function createChangeSetLog(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('change_set_log_entries')
    .addColumn('log_id', 'text', (column) => column.primaryKey())
    .addColumn('set_id', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('description', 'text', (column) => column.notNull())
    .addColumn('method', 'text', (column) => column.notNull())
    .addColumn('path', 'text', (column) => column.notNull())
    .addColumn('status', 'integer', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('change_set_log_entries_set')
    .on('change_set_log_entries')
    .columns(['set_id', 'at'])
    .execute()
  await appendOnly(db, 'change_set_log_entries')
}
