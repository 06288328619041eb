import { type Kysely, sql } from 'kysely'
import { isPostgres } from './postgres.ts'
import { inTransaction } from './transaction.ts'

/** Any number: it names this lock among all advisory locks of a PostgreSQL database. */
const lock = 0x67_72_61_6e_74

/**
 * Runs `work` in a transaction, and never beside another `alone`, whichever process runs it. On SQLite every
 * transaction is alone anyway.
 */
export const alone = <Tables, Result>(
  db: Kysely<Tables>,
  work: (trx: Kysely<Tables>) => Promise<Result>,
): Promise<Result> =>
  inTransaction(db, async (trx) => {
    if (isPostgres(trx)) await sql`select pg_advisory_xact_lock(${lock})`.execute(trx)
    return work(trx)
  })
