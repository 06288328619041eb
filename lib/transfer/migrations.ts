import type { Kysely } from 'kysely'
import { appendOnly } from '../database/append-only.ts'
import { addSequence } from '../database/sequence.ts'

export async function createImportRefusals(db: Kysely<never>): Promise<void> {
  await addSequence(db, db.schema.createTable('import_refusals'), 'id')
    .addColumn('set_id', 'text', (column) => column.notNull().references('change_sets.id'))
    .addColumn('file', 'text', (column) => column.notNull())
    .addColumn('line', 'integer', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('says', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('import_refusals_set').on('import_refusals').column('set_id').execute()
  await appendOnly(db, 'import_refusals')
}
