import type { LogFilter, LogTerm } from '../storage/storage.ts'
import { type Operand, parseQuery, type Reader, readValue, refusal } from './lucene.ts'
import { after, before, endOf, startOf } from './moment.ts'

/** Reads `q` of `GET /logs`; throws a 400. */
export const parseLogQuery = (query: string): LogFilter | undefined => parseQuery(query, fields)

const fields = new Map<string, Operand<LogTerm>>([
  ['type', (reader) => ({ field: 'type', ...readValue(reader) })],
  ['client_id', (reader) => ({ field: 'client_id', ...readValue(reader) })],
  ['user_id', (reader) => ({ field: 'user_id', ...readValue(reader) })],
  ['log_id', readLogId],
  ['date', readDates],
])

function readLogId(reader: Reader): LogTerm {
  const id = readValue(reader)
  if ('prefix' in id) throw refusal('Field log_id takes no wildcard')
  return { field: 'log_id', ...id }
}

/** `2026-01-31`, or `[2026-01-01 TO *]`, where `[ ]` include the bound and `{ }` don't. */
function readDates(reader: Reader): LogTerm {
  const range = reader.take(/([[{])\s*([^\s\]}]+)\s+TO\s+([^\s\]}]+)\s*([\]}])/y)
  if (!range) {
    const day = readValue(reader)
    const text = 'value' in day ? day.value : `${day.prefix}*`
    return { field: 'date', from: known(text, startOf), to: known(text, endOf) }
  }
  const [, open, from = '', to = '', close] = range
  return {
    field: 'date',
    from: from === '*' ? null : known(from, open === '[' ? startOf : after),
    to: to === '*' ? null : known(to, close === ']' ? endOf : before),
  }
}

function known(text: string, bound: (text: string) => string | undefined): string {
  const moment = bound(text.replace(/^"(.*)"$/, '$1'))
  if (moment === undefined) throw refusal(`Not a date: ${text}`)
  return moment
}
