import { type Expression, expressionBuilder, type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import { isPostgres } from '../../database/postgres.ts'
import { inTransaction } from '../../database/transaction.ts'
import { condition, startsWith } from './logic.ts'
import {
  CursorError,
  type LogFilter,
  type LogStore,
  type LogTerm,
  type NewLog,
  type StoredLog,
} from './storage.ts'
import type { Tables } from './tables.ts'

/** Any number: it names the lock of this table among all locks of the database. */
const logLock = 0x6c6f67

export function logStore(db: Kysely<Tables>): LogStore {
  const rows = (filter?: LogFilter) =>
    filter ? db.selectFrom('logs').where(condition(filter, matching)) : db.selectFrom('logs')
  const entries = (filter?: LogFilter) => rows(filter).select(['seq', 'document'])

  return {
    append: (entries) =>
      inTransaction(db, async (trx) => {
        // One writer at a time, so that no entry becomes visible before one with a smaller number.
        const onPostgres = isPostgres(trx)
        if (onPostgres) await sql`select pg_advisory_xact_lock(${logLock})`.execute(trx)
        const json = JSON.stringify(entries.map(toRow))
        await insertAll(onPostgres ? rowsOnPostgres(json) : rowsOnSqlite(json)).execute(trx)
      }),
    async find(logId) {
      const seq = seqOf(logId)
      if (seq === undefined) return undefined
      const row = await entries().where('seq', '=', seq).executeTakeFirst()
      return row && toLog(row)
    },
    async list(filter, { take, skip = 0, newestFirst = false }) {
      const window = entries(filter).orderBy('seq', newestFirst ? 'desc' : 'asc')
      return (await window.limit(take).offset(skip).execute()).map(toLog)
    },
    async count(filter) {
      const { count } = await rows(filter)
        .select((select) => select.fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
      return Number(count)
    },
    async listAfter(logId, take, filter) {
      const after = logId === undefined ? 0 : seqOf(logId)
      if (after === undefined) throw new CursorError('Not the id of an entry of this log')
      const rest = entries(filter).where('seq', '>', after).orderBy('seq').limit(take)
      return (await rest.execute()).map(toLog)
    },
    async countByDay(types, { from, to }) {
      const day = sql<string>`substr(${sql.ref('date')}, 1, 10)`
      const counts = await db
        .selectFrom('logs')
        .select((select) => [day.as('day'), 'type', select.fn.countAll().as('count')])
        .where('type', 'in', types)
        .where('date', '>=', from)
        .where('date', '<=', to)
        .groupBy([day, 'type'])
        .orderBy(day)
        .execute()
      return counts.map(({ day, type, count }) => ({ day, type, count: Number(count) }))
    },
    async deleteBefore(date, limit) {
      const old = db.selectFrom('logs').select('seq').where('date', '<', date).orderBy('date').limit(limit)
      const { numDeletedRows } = await db.deleteFrom('logs').where('seq', 'in', old).executeTakeFirstOrThrow()
      return Number(numDeletedRows)
    },
  }
}

function matching(term: LogTerm): Expression<SqlBool> {
  const where = expressionBuilder<Tables, 'logs'>()
  if ('from' in term) {
    return where.and([
      ...(term.from === null ? [] : [where('date', '>=', term.from)]),
      ...(term.to === null ? [] : [where('date', '<=', term.to)]),
    ])
  }
  if (term.field === 'log_id') return where('seq', '=', seqOf(term.value) ?? -1)
  return 'value' in term ? where(term.field, '=', term.value) : startsWith(term.field, term.prefix)
}

/** Ids sort as text in the order of their numbers. */
const idOf = (seq: number) => `900${String(seq).padStart(20, '0')}`

function seqOf(logId: string): number | undefined {
  const digits = /^90000000(\d{15})$/.exec(logId)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/**
 * Any number of rows by one statement with one parameter: a list of values would be another statement for every
 * number of rows, with thousands of parameters.
 */
const insertAll = (rows: RawBuilder<unknown>) => sql`
  insert into logs (date, type, client_id, user_id, document)
  select value->>'date', value->>'type', value->>'client_id', value->>'user_id', value->>'document'
  from ${rows} order by place`
const rowsOnSqlite = (json: string) => sql`(select value, key as place from json_each(${json}))`
const rowsOnPostgres = (json: string) =>
  sql`json_array_elements(cast(${json} as json)) with ordinality as entry (value, place)`

const toRow = (entry: NewLog) => ({
  date: entry.date,
  type: entry.type,
  client_id: searchable(entry.client_id),
  user_id: searchable(entry.user_id),
  document: JSON.stringify(entry),
})

/** Of refused requests these are whatever the caller wrote; PostgreSQL takes no NUL, no half characters and no long key of an index. */
const searchable = (text: string | undefined) =>
  text?.replaceAll('\0', '').slice(0, 256).toWellFormed() ?? null

const toLog = ({ seq, document }: { seq: number; document: string }): StoredLog => ({
  ...JSON.parse(document),
  log_id: idOf(seq),
})
