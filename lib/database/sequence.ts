import type { CreateTableBuilder, Kysely } from 'kysely'
import { isPostgres } from './postgres.ts'

/** Adds a primary key that counts up as rows are inserted and is never given out twice. */
export const addSequence = <Name extends string>(
  db: Kysely<never>,
  table: CreateTableBuilder<Name>,
  column = 'seq',
) =>
  isPostgres(db)
    ? table.addColumn(column, 'bigserial', (key) => key.primaryKey())
    : table.addColumn(column, 'integer', (key) => key.primaryKey().autoIncrement())
