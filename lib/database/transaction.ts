import type { Kysely } from 'kysely'

/** Runs `work` in a transaction, or in the one that `db` is in already. */
export function inTransaction<Tables, Result>(
  db: Kysely<Tables>,
  work: (db: Kysely<Tables>) => Promise<Result>,
): Promise<Result> {
  return db.isTransaction ? work(db) : db.transaction().execute(work)
}
