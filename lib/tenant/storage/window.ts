import type { Expression, Kysely, SqlBool } from 'kysely'
import type { Documents } from './documents.ts'
import { CursorError, type Page, type Window } from './storage.ts'
import type { Tables } from './tables.ts'

type Listed = 'clients' | 'resource_servers' | 'client_grants' | 'users' | 'roles'

/** One window of a table in order of creation, and how many rows match altogether. */
export async function readWindow<T>(
  db: Kysely<Tables>,
  table: Listed,
  filter: Expression<SqlBool>,
  { take, skip = 0, from }: Window,
  documents: Documents<T>,
): Promise<Page<T>> {
  const matching = db.selectFrom(table).where(filter)
  let wanted = matching.select(['seq', 'document', 'secrets']).orderBy('seq')
  if (from) wanted = wanted.where('seq', '>', readCursor(from))

  const rows = await wanted
    .limit(take + 1)
    .offset(skip)
    .execute()
  const { count } = await matching
    .select((select) => select.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()

  const shown = rows.slice(0, take)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => documents.read(row)),
    total: Number(count),
    next: last && rows.length > take ? writeCursor(last.seq) : undefined,
  }
}

const writeCursor = (seq: number) => Buffer.from(`after:${seq}`).toString('base64url')

function readCursor(cursor: string): number {
  const seq = Buffer.from(cursor, 'base64url')
    .toString()
    .match(/^after:(\d{1,15})$/)?.[1]
  if (!seq) throw new CursorError('Not a cursor that this tenant gave out')
  return Number(seq)
}
