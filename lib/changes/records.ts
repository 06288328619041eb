import 'server-only'
import type { Kysely, Selectable } from 'kysely'
import { dashboardDatabase } from '../dashboard-database/database'
import type { Tables } from '../dashboard-database/tables'
import { type Change, objectKey, type RecordedChange } from './change'
import type { ChangeTables } from './tables'

/** A window of what was done here, the latest change first, and how many there are. */
export async function readChanges(
  skip: number,
  take: number,
): Promise<{ changes: RecordedChange[]; total: number }> {
  const db = await dashboardDatabase()
  const [rows, { total }] = await Promise.all([
    madeHere(db).selectAll('changes').orderBy('changes.id', 'desc').offset(skip).limit(take).execute(),
    madeHere(db)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { changes: rows.map(toRecorded), total }
}

const madeHere = (db: Kysely<Tables>) =>
  db
    .selectFrom('changes')
    .innerJoin('change_sets', 'change_sets.id', 'changes.set_id')
    .where('change_sets.origin', '<>', 'elsewhere')

/** The id of the client that a step created; undefined when it did not. */
export async function createdClientId(step: number): Promise<string | undefined> {
  const db = await dashboardDatabase()
  const row = await db
    .selectFrom('changes')
    .select('subject')
    .where('step', '=', step)
    .where('state', '=', 'applied')
    .executeTakeFirst()
  return row && JSON.parse(row.subject).clientId
}

/** What a set came to, in the order in which it was done. */
export async function readRecords(setId: string): Promise<(RecordedChange & { undone: boolean })[]> {
  const db = await dashboardDatabase()
  const rows = await db
    .selectFrom('changes')
    .selectAll()
    .select(({ selectFrom, exists }) =>
      exists(
        selectFrom('changes as later')
          .select('later.id')
          .whereRef('later.undoes', '=', 'changes.id')
          .where('later.state', '=', 'applied'),
      ).as('undone'),
    )
    .where('set_id', '=', setId)
    .orderBy('id')
    .execute()
  return rows.map(({ undone, ...row }) => ({ ...toRecorded(row), undone: Boolean(undone) }))
}

/** Who made the last recorded change to what each of these changes is about; by the object's key. */
export async function lastWriters(changes: Change[]): Promise<Map<string, { author: string; at: string }>> {
  const keys = [...new Set(changes.map(objectKey))]
  if (keys.length === 0) return new Map()
  const db = await dashboardDatabase()
  const rows = await db
    .selectFrom('changes')
    .select(['object', 'author', 'at'])
    .where('object', 'in', keys.slice(0, 1000))
    .where('state', '=', 'applied')
    .orderBy('id')
    .execute()
  return new Map(rows.map(({ object, author, at }) => [object, { author, at }]))
}

/** Everybody who ever changed something, by address. */
export async function readAuthors(): Promise<string[]> {
  const db = await dashboardDatabase()
  const rows = await db.selectFrom('changes').select('author').distinct().orderBy('author').execute()
  return rows.map(({ author }) => author)
}

/** A row of the record as it is read. */
export function toRecorded(row: Selectable<ChangeTables['changes']>): RecordedChange {
  const { set_id, subject, before, after, change: _, object: __, undoes: ___, ...rest } = row
  return {
    ...rest,
    setId: set_id,
    subject: JSON.parse(subject),
    before: before && JSON.parse(before),
    after: after && JSON.parse(after),
  }
}
