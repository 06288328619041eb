import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LogFilter } from '../storage/storage.ts'
import { ManagementError } from './errors.ts'
import { parseLogQuery } from './log-query.ts'

const isType = (value: string): LogFilter => ({ field: 'type', value })
const s = isType('s')
const f = isType('f')
const day = { start: '2026-01-01T00:00:00.000Z', end: '2026-01-01T23:59:59.999Z' }

describe('what people ask for', () => {
  it.each<[string, LogFilter | undefined]>([
    ['', undefined],
    ['  ', undefined],
    ['type:s', s],
    [' type: "s" ', s],
    ['type:(s OR f)', { or: [s, f] }],
    ['type:s OR type:f', { or: [s, f] }],
    ['type:s || type:f', { or: [s, f] }],
    ['type:s AND NOT type:f', { and: [s, { not: f }] }],
    ['type:s && !type:f', { and: [s, { not: f }] }],
    ['type:s type:f', { and: [s, f] }],
    ['type:s -type:f', { and: [s, { not: f }] }],
    ['type:(s NOT f)', { and: [s, { not: f }] }],
    ['type:s OR type:f type:s', { or: [s, { and: [f, s] }] }],
    ['(type:s OR type:f) AND type:s', { and: [{ or: [s, f] }, s] }],
    ['NOT(type:s)', { not: s }],
    ['type:ORder', isType('ORder')],
    ['type:se*', { field: 'type', prefix: 'se' }],
    ['user_id:*', { field: 'user_id', prefix: '' }],
    ['user_id:auth0|5f7c', { field: 'user_id', value: 'auth0|5f7c' }],
    ['client_id:"a \\"b\\" \\\\c"', { field: 'client_id', value: 'a "b" \\c' }],
    ['client_id:a\\ b\\*', { field: 'client_id', value: 'a b*' }],
    ['log_id:90000000000000000000001', { field: 'log_id', value: '90000000000000000000001' }],
    ['date:2026-01-01', { field: 'date', from: day.start, to: day.end }],
    ['date:[2026-01-01 TO *]', { field: 'date', from: day.start, to: null }],
    ['date:[* TO 2026-01-01]', { field: 'date', from: null, to: day.end }],
    ['date:[* TO 2026-01-01}', { field: 'date', from: null, to: '2025-12-31T23:59:59.999Z' }],
    ['date:{2026-01-01 TO *}', { field: 'date', from: '2026-01-02T00:00:00.000Z', to: null }],
    [
      'date:[2025 TO 2026-02]',
      { field: 'date', from: '2025-01-01T00:00:00.000Z', to: '2026-02-28T23:59:59.999Z' },
    ],
    [
      'date:[2026-01-01T10:00:00.5Z TO "2026-01-01T12:00+02:00"]',
      { field: 'date', from: '2026-01-01T10:00:00.500Z', to: '2026-01-01T10:00:59.999Z' },
    ],
  ])('%s', (query, filter) => {
    expect(parseLogQuery(query)).toEqual(filter)
  })
})

describe('what is not understood is named', () => {
  it.each([
    ['seccft', 'Unexpected seccft, expected a field (type, client_id, user_id, log_id, date)'],
    ['ip:127.0.0.1', 'Field ip is not searchable, only type, client_id, user_id, log_id, date'],
    ['__proto__:x', 'Field __proto__ is not searchable, only type, client_id, user_id, log_id, date'],
    ['type:', 'Unexpected end, expected a value'],
    ['type:(s', 'Unexpected end'],
    ['type:s)', 'Unexpected )'],
    ['type:"s', 'Unexpected "s, expected a value'],
    ['type:s OR', 'Unexpected end, expected a field (type, client_id, user_id, log_id, date)'],
    ['type:[a TO b]', 'Unexpected [a TO b], expected a value'],
    ['type:s*t', 'Wildcard is not at the end: s*t'],
    ['date:yesterday', 'Not a date: yesterday'],
    ['date:2026-02-31', 'Not a date: 2026-02-31'],
    ['date:[2026-13 TO *]', 'Not a date: 2026-13'],
    ['date:[2026-01-01T25:00 TO *]', 'Not a date: 2026-01-01T25:00'],
    ['date:[2026-01-01]', 'Unexpected [2026-01-01], expected a value'],
    [`${'('.repeat(100)}type:s`, 'Query is nested more than 20 levels deep'],
    [`${'-'.repeat(100)}type:s`, 'Query is nested more than 20 levels deep'],
    [`type:${'s'.repeat(3000)}`, 'Query is longer than 2048 characters'],
  ])('%.50s', (query, complaint) => {
    expect(() => parseLogQuery(query)).toThrow(
      new ManagementError(
        400,
        `Query validation error: '${complaint}' on property q.`,
        'invalid_query_string',
      ),
    )
  })
})

const leaf = fc.oneof(
  fc.record({ field: fc.constantFrom('type', 'client_id', 'user_id'), value: fc.string({ maxLength: 10 }) }),
  fc.record({ field: fc.constantFrom('type', 'user_id'), prefix: fc.stringMatching(/^[a-z|]{0,8}$/) }),
  fc.record({ field: fc.constant('log_id' as const), value: fc.string({ maxLength: 10 }) }),
  fc.constant<LogFilter>({ field: 'date', from: day.start, to: day.end }),
)
const filters = fc.letrec<{ filter: LogFilter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    leaf as fc.Arbitrary<LogFilter>,
    fc.record({ and: fc.array(tie('filter'), { minLength: 2, maxLength: 3 }) }),
    fc.record({ or: fc.array(tie('filter'), { minLength: 2, maxLength: 3 }) }),
    fc.record({ not: tie('filter') }),
  ),
})).filter

/** The query that a person would write for a filter, in parentheses wherever that does no harm. */
function written(filter: LogFilter): string {
  if ('and' in filter) return `(${filter.and.map(written).join(' AND ')})`
  if ('or' in filter) return `(${filter.or.map(written).join(' OR ')})`
  if ('not' in filter) return `NOT ${written(filter.not)}`
  if ('from' in filter) return `date:[${filter.from ?? '*'} TO ${filter.to ?? '*'}]`
  if ('prefix' in filter) return `${filter.field}:${filter.prefix}*`
  return `${filter.field}:"${filter.value.replace(/["\\]/g, '\\$&')}"`
}

it('reads every filter back from the query that is written for it', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const query = written(filter)
      fc.pre(query.length < 2048)
      expect(parseLogQuery(query)).toEqual(filter)
    }),
  )
})

it('answers any text with a filter or a 400', () => {
  const scraps = fc.constantFrom(
    'type:',
    'date:',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    ' TO ',
    ' OR ',
    ' AND ',
    'NOT ',
    '-',
    '"',
    '\\',
    '*',
    '2026-01-01',
    's',
    ' ',
  )
  const texts = fc.oneof(
    fc.string(),
    fc.array(scraps, { maxLength: 30 }).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      try {
        parseLogQuery(text)
      } catch (error) {
        expect(error).toMatchObject({ statusCode: 400, errorCode: 'invalid_query_string' })
      }
    }),
    { numRuns: 2000 },
  )
})
