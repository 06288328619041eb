import type { CreateTableBuilder, Kysely } from 'kysely'
import { isPostgres } from './postgres.ts'

/** Adds the primary key `seq`, which counts up as rows are inserted and is never given out twice. */
export const addSequence = <Name extends string>(db: Kysely<never>, table: CreateTableBuilder<Name>) =>
  isPostgres(db)
    ? table.addColumn('seq', 'bigserial', (column) => column.primaryKey())
    : table.addColumn('seq', 'integer', (column) => column.primaryKey().autoIncrement())
