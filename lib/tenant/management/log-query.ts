import type { LogField, LogFilter } from '../storage/storage.ts'
import { ManagementError } from './errors.ts'
import { after, before, endOf, startOf } from './moment.ts'

const longest = 2048
const deepest = 20
const fields = ['type', 'client_id', 'user_id', 'log_id', 'date']

/**
 * Reads `q` of `GET /logs`, the part of Lucene's syntax that Auth0's log search is used with:
 *
 *     any  = all { OR all }                       all  = one { [AND] one }
 *     one  = (NOT | - | !) one | ( any ) | term   term = field : ( value | range | ( any, of values ) )
 *
 * Undefined when nothing is asked for. Throws a 400 that names what is not understood.
 * https://auth0.com/docs/deploy-monitor/logs/log-search-query-syntax
 */
export function parseLogQuery(query: string): LogFilter | undefined {
  if (query.length > longest) throw refusal(`Query is longer than ${longest} characters`)
  const reader = new Reader(query)
  if (reader.isAtEnd) return undefined
  const filter = any(reader, term, 0)
  if (!reader.isAtEnd) throw reader.unexpected()
  return filter
}

const or = /(?:OR(?=[\s(]|$)|\|\|)/y
const and = /(?:AND(?=[\s(]|$)|&&)/y
const not = /(?:NOT(?=[\s(]|$)|[-!])/y

type Operand = (reader: Reader, depth: number) => LogFilter

function any(reader: Reader, operand: Operand, depth: number): LogFilter {
  const parts = [all(reader, operand, depth)]
  while (reader.take(or)) parts.push(all(reader, operand, depth))
  return joined('or', parts)
}

function all(reader: Reader, operand: Operand, depth: number): LogFilter {
  const parts = [one(reader, operand, depth)]
  while (reader.take(and) || !(reader.isAtEnd || reader.sees(/\)/y) || reader.sees(or))) {
    parts.push(one(reader, operand, depth))
  }
  return joined('and', parts)
}

function one(reader: Reader, operand: Operand, depth: number): LogFilter {
  if (depth > deepest) throw refusal(`Query is nested more than ${deepest} levels deep`)
  if (reader.take(not)) return { not: one(reader, operand, depth + 1) }
  if (!reader.take(/\(/y)) return operand(reader, depth)
  const inner = any(reader, operand, depth + 1)
  if (!reader.take(/\)/y)) throw reader.unexpected()
  return inner
}

function joined(operator: 'and' | 'or', parts: LogFilter[]): LogFilter {
  const [first, ...others] = parts
  if (first && !others.length) return first
  return operator === 'and' ? { and: parts } : { or: parts }
}

function term(reader: Reader, depth: number): LogFilter {
  const [, field] = reader.take(/([A-Za-z_][\w.]*)\s*:/y) ?? []
  if (!field) throw reader.unexpected(`a field (${fields.join(', ')})`)
  const value = operands.get(field)
  if (!value) throw refusal(`Field ${field} is not searchable, only ${fields.join(', ')}`)
  return reader.sees(/\(/y) ? one(reader, value, depth) : value(reader, depth)
}

const operands = new Map<string, Operand>([
  ...(['type', 'client_id', 'user_id'] as const).map((field): [string, Operand] => [
    field,
    (reader) => matching(field, readValue(reader)),
  ]),
  ['log_id', (reader) => ({ field: 'log_id', value: readValue(reader).text })],
  ['date', readDates],
])

type Value = { text: string; isPrefix: boolean }

/** `"exactly this"`, `word`, or `begin*`; a backslash takes the next character as it is. */
function readValue(reader: Reader): Value {
  const [, quoted] = reader.take(/"((?:\\.|[^"\\])*)"/sy) ?? []
  if (quoted !== undefined) return { text: plain(quoted), isPrefix: false }

  const [word] = reader.take(/(?:\\.|[^\s()"[\]{}\\])+/sy) ?? []
  if (word === undefined) throw reader.unexpected('a value')
  const [, start = '', star] = /^((?:\\.|[^*?\\])*)(\*?)$/s.exec(word) ?? []
  if (star === undefined) throw refusal(`Wildcard is not at the end: ${word}`)
  return { text: plain(start), isPrefix: star === '*' }
}

const plain = (escaped: string) => escaped.replace(/\\(.)/gs, '$1')

const matching = (field: LogField, { text, isPrefix }: Value): LogFilter =>
  isPrefix ? { field, prefix: text } : { field, value: text }

/** `2026-01-31`, or `[2026-01-01 TO *]`, where `[ ]` include the bound and `{ }` don't. */
function readDates(reader: Reader): LogFilter {
  const range = reader.take(/([[{])\s*([^\s\]}]+)\s+TO\s+([^\s\]}]+)\s*([\]}])/y)
  if (!range) {
    const { text } = readValue(reader)
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

/** Walks through the query; white space is skipped between what is taken. */
class Reader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text.trimEnd()
    this.#skipSpace()
  }

  get isAtEnd() {
    return this.#at === this.#text.length
  }

  /** Whether the sticky pattern matches here. */
  sees(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at
    return pattern.test(this.#text)
  }

  /** Takes what the sticky pattern matches here. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at
    const match = pattern.exec(this.#text)
    if (!match) return undefined
    this.#at += match[0].length
    this.#skipSpace()
    return match
  }

  unexpected(wanted?: string): ManagementError {
    const rest = this.#text.slice(this.#at, this.#at + 40)
    const what = rest ? `Unexpected ${rest}` : 'Unexpected end'
    return refusal(wanted ? `${what}, expected ${wanted}` : what)
  }

  #skipSpace() {
    while (/\s/.test(this.#text.charAt(this.#at))) this.#at += 1
  }
}

const refusal = (complaint: string) =>
  new ManagementError(400, `Query validation error: '${complaint}' on property q.`, 'invalid_query_string')
