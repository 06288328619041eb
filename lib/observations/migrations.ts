import type { Kysely } from 'kysely'

export async function createObservations(db: Kysely<never>): Promise<void> {
  await createTokens(db)
  await createCounts(db, 'observed_hours', 'hour')
  await createCounts(db, 'observed_days', 'day')
  await createCallers(db)
  await createFailures(db)
}

async function createTokens(db: Kysely<never>) {
  await db.schema
    .createTable('observed_tokens')
    .addColumn('client_id', 'text', (column) => column.notNull())
    .addColumn('audience', 'text', (column) => column.notNull())
    .addColumn('first_at', 'text', (column) => column.notNull())
    .addColumn('last_at', 'text', (column) => column.notNull())
    .addColumn('last_scope', 'text', (column) => column.notNull())
    .addColumn('issued', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('observed_tokens_key', ['client_id', 'audience'])
    .execute()
  await db.schema
    .createIndex('observed_tokens_audience')
    .on('observed_tokens')
    .columns(['audience', 'last_at'])
    .execute()
}

/** Read by client, by API, and over all: each has an index that ends with the time. */
async function createCounts(db: Kysely<never>, table: string, span: 'hour' | 'day') {
  await db.schema
    .createTable(table)
    .addColumn('client_id', 'text', (column) => column.notNull())
    .addColumn('audience', 'text', (column) => column.notNull())
    .addColumn(span, 'integer', (column) => column.notNull())
    .addColumn('issued', 'bigint', (column) => column.notNull())
    .addColumn('refused', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint(`${table}_key`, ['client_id', 'audience', span])
    .execute()
  await db.schema.createIndex(`${table}_audience`).on(table).columns(['audience', span]).execute()
  await db.schema.createIndex(`${table}_${span}`).on(table).column(span).execute()
}

async function createCallers(db: Kysely<never>) {
  await db.schema
    .createTable('observed_callers')
    .addColumn('client_id', 'text', (column) => column.notNull())
    .addColumn('ip', 'text', (column) => column.notNull())
    .addColumn('user_agent', 'text', (column) => column.notNull())
    .addColumn('sdk', 'text', (column) => column.notNull())
    .addColumn('first_at', 'text', (column) => column.notNull())
    .addColumn('last_at', 'text', (column) => column.notNull())
    .addColumn('issued', 'bigint', (column) => column.notNull())
    .addColumn('refused', 'bigint', (column) => column.notNull())
    .addColumn('last_issued_at', 'text')
    .addColumn('last_refused_at', 'text')
    .addPrimaryKeyConstraint('observed_callers_key', ['client_id', 'ip', 'user_agent', 'sdk'])
    .execute()
}

async function createFailures(db: Kysely<never>) {
  await db.schema
    .createTable('observed_failures')
    .addColumn('client_id', 'text', (column) => column.notNull())
    .addColumn('audience', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('said', 'text', (column) => column.notNull())
    .addColumn('first_at', 'text', (column) => column.notNull())
    .addColumn('last_at', 'text', (column) => column.notNull())
    .addColumn('count', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('observed_failures_key', ['client_id', 'audience', 'reason'])
    .execute()
  await db.schema
    .createIndex('observed_failures_audience')
    .on('observed_failures')
    .column('audience')
    .execute()
  await db.schema
    .createTable('observed_strangers')
    .addColumn('client_id', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('ip', 'text', (column) => column.notNull())
    .addColumn('said', 'text', (column) => column.notNull())
    .addColumn('first_at', 'text', (column) => column.notNull())
    .addColumn('last_at', 'text', (column) => column.notNull())
    .addColumn('count', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('observed_strangers_key', ['client_id', 'reason'])
    .execute()
}
