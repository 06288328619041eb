import type { Logic } from '../storage/logic.ts'
import { ManagementError } from './errors.ts'

const longest = 2048
const deepest = 20

/** Reads what stands behind `field:`. */
export type Operand<Term extends { field: string }> = (reader: Reader) => Logic<Term>

/**
 * Reads `q` of a list, the part of Lucene's query syntax that people use with Auth0:
 *
 *     any  = all { OR all }                       all  = one { [AND] one }
 *     one  = (NOT | - | !) one | ( any ) | term   term = field : ( value | ( any, of values ) )
 *
 * `fields` are what may be asked for. Undefined when nothing is asked for. Throws a 400 that names what is not
 * understood. https://auth0.com/docs/deploy-monitor/logs/log-search-query-syntax
 */
export function parseQuery<Term extends { field: string }>(
  query: string,
  fields: Map<string, Operand<Term>>,
): Logic<Term> | undefined {
  if (query.length > longest) throw refusal(`Query is longer than ${longest} characters`)
  const reader = new Reader(query)
  if (reader.isAtEnd) return undefined
  const filter = any(reader, term(fields), 0)
  if (!reader.isAtEnd) throw reader.unexpected()
  return filter
}

const or = /(?:OR(?=[\s(]|$)|\|\|)/y
const and = /(?:AND(?=[\s(]|$)|&&)/y
const not = /(?:NOT(?=[\s(]|$)|[-!])/y

type Part<Term extends { field: string }> = (reader: Reader, depth: number) => Logic<Term>

function any<Term extends { field: string }>(reader: Reader, part: Part<Term>, depth: number): Logic<Term> {
  const first = all(reader, part, depth)
  const others: Logic<Term>[] = []
  while (reader.take(or)) others.push(all(reader, part, depth))
  return others.length ? { or: [first, ...others] } : first
}

function all<Term extends { field: string }>(reader: Reader, part: Part<Term>, depth: number): Logic<Term> {
  const first = one(reader, part, depth)
  const others: Logic<Term>[] = []
  while (reader.take(and) || !(reader.isAtEnd || reader.sees(/\)/y) || reader.sees(or))) {
    others.push(one(reader, part, depth))
  }
  return others.length ? { and: [first, ...others] } : first
}

function one<Term extends { field: string }>(reader: Reader, part: Part<Term>, depth: number): Logic<Term> {
  if (depth > deepest) throw refusal(`Query is nested more than ${deepest} levels deep`)
  if (reader.take(not)) return { not: one(reader, part, depth + 1) }
  if (!reader.take(/\(/y)) return part(reader, depth)
  const inner = any(reader, part, depth + 1)
  if (!reader.take(/\)/y)) throw reader.unexpected()
  return inner
}

const term =
  <Term extends { field: string }>(fields: Map<string, Operand<Term>>): Part<Term> =>
  (reader, depth) => {
    const known = [...fields.keys()].join(', ')
    const [, field] = reader.take(/([A-Za-z_][\w.]*)\s*:/y) ?? []
    if (!field) throw reader.unexpected(`a field (${known})`)
    const operand = fields.get(field)
    if (!operand) throw refusal(`Field ${field} is not searchable, only ${known}`)
    return reader.sees(/\(/y) ? one(reader, operand, depth) : operand(reader)
  }

/** What a field is compared with: `"exactly this"`, `word`, or `begin*`; a backslash takes the next character as it is. */
export function readValue(reader: Reader): { value: string } | { prefix: string } {
  const [, quoted] = reader.take(/"((?:\\.|[^"\\])*)"/sy) ?? []
  if (quoted !== undefined) return { value: plain(quoted) }

  const [word] = reader.take(/(?:\\.|[^\s()"[\]{}\\])+/sy) ?? []
  if (word === undefined) throw reader.unexpected('a value')
  const [, start = '', star] = /^((?:\\.|[^*?\\])*)(\*?)$/s.exec(word) ?? []
  if (star === undefined) throw refusal(`Wildcard is not at the end: ${word}`)
  return star ? { prefix: plain(start) } : { value: plain(start) }
}

const plain = (escaped: string) => escaped.replace(/\\(.)/gs, '$1')

/** Walks through a query; white space is skipped between what is taken. */
export class Reader {
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

export const refusal = (complaint: string) =>
  new ManagementError(400, `Query validation error: '${complaint}' on property q.`, 'invalid_query_string')
