import { type CreateTableBuilder, type Kysely, sql } from 'kysely'
import { isPostgres } from '../database/postgres.ts'

/** The tables of `tables.ts`; each `mirror_<name>` with a view `<name>` of the generation that is shown. */
export async function createMirror(db: Kysely<never>): Promise<void> {
  await createState(db)
  for (const [name, columns] of Object.entries(generationTables)) {
    await withColumns(db, `mirror_${name}`, columns).execute()
    const shown = Object.keys(columns.text).concat(Object.keys(columns.integer ?? {}))
    await sql`create view ${sql.table(name)} as select ${sql.join(shown.map((column) => sql.ref(column)))}
      from ${sql.table(`mirror_${name}`)}
      where generation = (select generation from mirror_state where id = 1)`.execute(db)
  }
  for (const [table, columns] of indexes) {
    await db.schema
      .createIndex(`mirror_${table}_${columns.join('_')}`)
      .on(`mirror_${table}`)
      .columns(['generation', ...columns])
      .execute()
  }
}

export async function countMirrorWrites(db: Kysely<never>): Promise<void> {
  await db.schema
    .alterTable('mirror_state')
    .addColumn('writes', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute()
}

type Columns = {
  key: string[]
  text: Record<string, 'not null' | 'null'>
  integer?: Record<string, 'not null'>
}

const generationTables: Record<string, Columns> = {
  clients: {
    key: ['id'],
    text: {
      id: 'not null',
      name: 'not null',
      description: 'not null',
      type: 'not null',
      grant_types: 'not null',
      auth_method: 'not null',
      metadata: 'not null',
      token_quota: 'null',
      created_at: 'null',
      updated_at: 'null',
      sort_name: 'not null',
      search_text: 'not null',
      digest: 'not null',
    },
    integer: { is_machine: 'not null', is_first_party: 'not null' },
  },
  apis: {
    key: ['id'],
    text: {
      id: 'not null',
      identifier: 'not null',
      name: 'not null',
      signing_alg: 'not null',
      client_policy: 'null',
      token_dialect: 'not null',
      sort_name: 'not null',
      search_text: 'not null',
      digest: 'not null',
    },
    integer: {
      token_lifetime: 'not null',
      is_system: 'not null',
      enforce_policies: 'not null',
      scope_count: 'not null',
    },
  },
  api_scopes: {
    key: ['api_id', 'value'],
    text: { api_id: 'not null', audience: 'not null', value: 'not null', description: 'not null' },
    integer: { position: 'not null' },
  },
  grants: {
    key: ['id'],
    text: {
      id: 'not null',
      client_id: 'not null',
      audience: 'not null',
      scope: 'not null',
      organization_usage: 'null',
      digest: 'not null',
    },
    integer: { scope_count: 'not null', all_scopes: 'not null', is_system: 'not null' },
  },
  grant_scopes: {
    key: ['grant_id', 'scope'],
    text: { grant_id: 'not null', client_id: 'not null', audience: 'not null', scope: 'not null' },
  },
}

const indexes: [table: string, columns: string[]][] = [
  ['clients', ['sort_name', 'id']],
  ['clients', ['type', 'sort_name', 'id']],
  ['apis', ['sort_name', 'id']],
  ['apis', ['identifier']],
  ['api_scopes', ['value']],
  ['grants', ['client_id', 'audience']],
  ['grants', ['audience', 'client_id']],
  ['grant_scopes', ['scope', 'audience', 'client_id']],
]

/** Text sorts byte for byte on both dialects, as `fold.ts` means it to. */
function withColumns(db: Kysely<never>, name: string, { key, text, integer = {} }: Columns) {
  let table: CreateTableBuilder<string, string> = db.schema
    .createTable(name)
    .addColumn('generation', 'integer', (column) => column.notNull())
  const type = isPostgres(db) ? sql`text collate "C"` : 'text'
  for (const [column, nullness] of Object.entries(text))
    table = table.addColumn(column, type, (built) => (nullness === 'null' ? built : built.notNull()))
  for (const column of Object.keys(integer))
    table = table.addColumn(column, 'integer', (built) => built.notNull())
  return table.addPrimaryKeyConstraint(`${name}_key`, ['generation', ...key])
}

async function createState(db: Kysely<never>) {
  await db.schema
    .createTable('mirror_state')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('generation', 'integer', (column) => column.notNull())
    .addColumn('building', 'integer')
    .addColumn('due_because', 'text')
    .addColumn('building_since', 'text')
    .addColumn('building_step', 'text')
    .addColumn('checkpoint', 'text')
    .addColumn('read_count', 'integer', (column) => column.notNull())
    .addColumn('expected_count', 'integer')
    .addColumn('synchronized_at', 'text')
    .addColumn('as_of', 'text')
    .addColumn('looks', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('looks_wanted', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('unreachable_since', 'text')
    .addColumn('unreachable_because', 'text')
    .addColumn('log_cursor', 'text')
    .addColumn('log_cursor_date', 'text')
    .addColumn('log_complete_since', 'text')
    .addColumn('log_gap', 'text')
    .addColumn('log_unusable', 'text')
    .addColumn('own_writes', 'integer', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('mirror_settings')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('friendly_name', 'text', (column) => column.notNull())
    .addColumn('default_audience', 'text', (column) => column.notNull())
    .addColumn('apis_enabled', 'integer', (column) => column.notNull())
    .addColumn('token_quota', 'text')
    .execute()
  await db.schema
    .createTable('mirror_own_writes')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('correlation_id', 'text', (column) => column.notNull())
    .addColumn('object', 'text', (column) => column.notNull())
    .addColumn('begun_at', 'text', (column) => column.notNull())
    .addColumn('mark', 'integer', (column) => column.notNull())
    .addColumn('is_done', 'integer', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('mirror_own_writes_correlation_id')
    .on('mirror_own_writes')
    .column('correlation_id')
    .execute()
  await db.schema.createIndex('mirror_own_writes_mark').on('mirror_own_writes').column('mark').execute()
  await db.schema
    .createTable('mirror_log_seen')
    .addColumn('log_id', 'text', (column) => column.primaryKey())
    .addColumn('date', 'text', (column) => column.notNull())
    .execute()
}
