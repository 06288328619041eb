import { type Expression, type Kysely, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { Documents } from './documents.ts'
import { CursorError, type Page, type Window } from './storage.ts'
import type { Tables } from './tables.ts'

type Listed = 'clients' | 'resource_servers' | 'client_grants' | 'users' | 'roles'

/** One window of a table in order of creation, or of `order`; when asked for, also how many rows match altogether. */
export async function readWindow<T>(
  db: Kysely<Tables>,
  table: Listed,
  filter: Expression<SqlBool>,
  { take, skip = 0, from, counted }: Window,
  documents: Documents<T>,
  order: Expression<unknown> = sql.ref('seq'),
): Promise<Page<T>> {
  const matching = db.selectFrom(table).where(filter)
  const wanted = from ? matching.where('seq', '>', readCursor(from)) : matching
  // What is skipped is passed over in an index, without its document.
  const window = wanted
    .select('seq')
    .orderBy(order)
    .limit(take + 1)
    .offset(skip)
  const rows = await db
    .selectFrom(table)
    .select(['seq', 'document', 'secrets'])
    .where('seq', 'in', window)
    .orderBy(order)
    .execute()

  const shown = rows.slice(0, take)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => documents.read(row)),
    ...(counted && { total: await count(matching) }),
    next: last && rows.length > take ? writeCursor(last.seq) : undefined,
  }
}

async function count(matching: SelectQueryBuilder<Tables, Listed, unknown>): Promise<number> {
  const { count } = await matching
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

const writeCursor = (seq: number) => Buffer.from(`after:${seq}`).toString('base64url')

function readCursor(cursor: string): number {
  const seq = Buffer.from(cursor, 'base64url')
    .toString()
    .match(/^after:(\d{1,15})$/)?.[1]
  if (!seq) throw new CursorError('Not a cursor that this tenant gave out')
  return Number(seq)
}
