import { type Kysely, sql } from 'kysely'
import { isPostgres } from './postgres.ts'

/** Runs `read`, which sees the database as it is in this one moment and keeps nobody from writing. */
export const inSnapshot = <Tables, Result>(
  db: Kysely<Tables>,
  read: (snapshot: Kysely<Tables>) => Promise<Result>,
): Promise<Result> =>
  db.connection().execute(async (connection) => {
    await (isPostgres(db) ? sql`begin isolation level repeatable read read only` : sql`begin`).execute(
      connection,
    )
    try {
      return await read(connection)
    } finally {
      await sql`rollback`.execute(connection)
    }
  })
