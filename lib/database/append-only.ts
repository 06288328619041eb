import { type Kysely, sql } from 'kysely'
import { isPostgres } from './postgres.ts'

/** Makes the database itself refuse to update or delete a row of the table, whoever asks. */
export async function appendOnly(db: Kysely<never>, table: string): Promise<void> {
  const [name, refusal] = [sql.table(table), sql.lit(`${table} is append-only`)]
  if (isPostgres(db)) {
    const refuse = sql.ref(`refuse_rewriting_${table}`)
    await sql`create function ${refuse}() returns trigger language plpgsql as $$
      begin raise exception using message = ${refusal}; end $$`.execute(db)
    await sql`create trigger append_only before update or delete or truncate on ${name}
      for each statement execute function ${refuse}()`.execute(db)
    return
  }
  for (const rewriting of ['update', 'delete']) {
    await sql`create trigger ${sql.ref(`${table}_${rewriting}`)} before ${sql.raw(rewriting)} on ${name}
      begin select raise(abort, ${refusal}); end`.execute(db)
  }
}
