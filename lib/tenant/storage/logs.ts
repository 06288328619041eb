import { type Expression, expressionBuilder, type Kysely, type SqlBool, sql } from 'kysely'
import { isPostgres } from '../../database/postgres.ts'
import { inTransaction } from '../../database/transaction.ts'
import type { LogFilter, LogStore, NewLog, StoredLog } from './storage.ts'
import type { Tables } from './tables.ts'

/** PostgreSQL allows 65,535 parameters in a statement, SQLite 32,766. */
const rowsPerInsert = 500
const rowsPerDelete = 5000

export function logStore(db: Kysely<Tables>): LogStore {
  const rows = (filter?: LogFilter) =>
    filter ? db.selectFrom('logs').where(matching(filter)) : db.selectFrom('logs')

  return {
    append: (entries) =>
      inTransaction(db, async (trx) => {
        // One writer at a time, so that no entry becomes visible before one with a smaller number.
        if (isPostgres(trx)) await sql`select pg_advisory_xact_lock(${logLock})`.execute(trx)
        for (let start = 0; start < entries.length; start += rowsPerInsert) {
          const values = entries.slice(start, start + rowsPerInsert).map(toRow)
          await trx.insertInto('logs').values(values).execute()
        }
      }),
    async find(logId) {
      const row = await db.selectFrom('logs').selectAll().where('seq', '=', seqOf(logId)).executeTakeFirst()
      return row && toLog(row)
    },
    async list(filter, { take, skip = 0, newestFirst = false }) {
      const items = await rows(filter)
        .selectAll()
        .orderBy('seq', newestFirst ? 'desc' : 'asc')
        .limit(take)
        .offset(skip)
        .execute()
      const { count } = await rows(filter)
        .select((select) => select.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return { items: items.map(toLog), total: count }
    },
    async listAfter(logId, take, filter) {
      const after = logId === undefined ? 0 : seqOf(logId)
      const items = await rows(filter)
        .selectAll()
        .where('seq', '>', after)
        .orderBy('seq')
        .limit(take)
        .execute()
      return items.map(toLog)
    },
    async deleteBefore(date) {
      let removed = 0
      for (;;) {
        const old = db
          .selectFrom('logs')
          .select('seq')
          .where('date', '<', date)
          .orderBy('seq')
          .limit(rowsPerDelete)
        const result = await db.deleteFrom('logs').where('seq', 'in', old).executeTakeFirst()
        const deleted = Number(result.numDeletedRows)
        removed += deleted
        if (deleted < rowsPerDelete) return removed
      }
    },
  }
}

/** Any number: it names the lock of this table among all locks of the database. */
const logLock = 0x6c6f67

function matching(filter: LogFilter): Expression<SqlBool> {
  const where = expressionBuilder<Tables, 'logs'>()
  if ('and' in filter) return where.and(filter.and.map(matching))
  if ('or' in filter) return where.or(filter.or.map(matching))
  if ('not' in filter) return where.not(matching(filter.not))
  if (filter.field === 'log_id') return where('seq', '=', seqOf(filter.value))
  if (filter.field === 'date') {
    return where.and([
      ...(filter.from === null ? [] : [where('date', '>=', filter.from)]),
      ...(filter.to === null ? [] : [where('date', '<=', filter.to)]),
    ])
  }
  // An entry without the field is an entry that does not match, also under NOT.
  return where(where.fn.coalesce(filter.field, where.val('')), '=', filter.value)
}

/** Ids sort as text in the order of their numbers. */
const idOf = (seq: number) => `900${String(seq).padStart(20, '0')}`
const seqOf = (logId: string) => Number(/^900(\d{20})$/.exec(logId)?.[1] ?? -1)

const toRow = (entry: NewLog) => ({
  date: entry.date,
  type: entry.type,
  client_id: entry.client_id ?? null,
  user_id: entry.user_id ?? null,
  document: JSON.stringify(entry),
})

const toLog = ({ seq, document }: { seq: number; document: string }): StoredLog => ({
  ...JSON.parse(document),
  log_id: idOf(seq),
})
