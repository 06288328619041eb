import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testDatabases } from '../../database/test-databases.ts'
import { openStorage } from './open.ts'
import { CursorError, type LogFilter, type NewLog, type Storage } from './storage.ts'

describe.each(testDatabases)('logs and counters on $dialect', ({ newDatabase }) => {
  let dataDir: string
  let storage: Storage
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'tenant-logs-'))
    const databaseUrl = await newDatabase()
    storage = await openStorage({ dataDir, databaseUrl, encryptionKey: new Uint8Array(32) })
  })
  afterEach(async () => {
    await storage.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  const entry = (type: string, date: string, more: Partial<NewLog> = {}): NewLog => ({ type, date, ...more })
  const types = (entries: { type: string }[]) => entries.map(({ type }) => type)

  it('are read after an id, a page at a time, without gap or repetition', async () => {
    await storage.logs.append([
      entry('a', '2026-01-01T00:00:00.000Z'),
      entry('b', '2026-01-01T00:00:01.000Z'),
    ])
    const first = await storage.logs.listAfter(undefined, 1)
    await storage.logs.append([entry('c', '2026-01-01T00:00:02.000Z')])
    const rest = await storage.logs.listAfter(first[0]?.log_id, 10)
    expect(types([...first, ...rest])).toEqual(['a', 'b', 'c'])

    const newest = await storage.logs.list(undefined, { take: 2, newestFirst: true })
    expect(types(newest)).toEqual(['c', 'b'])
    expect(await storage.logs.count(undefined)).toBe(3)
    expect(await storage.logs.find(String(rest[1]?.log_id))).toEqual(rest[1])
    expect(await storage.logs.find('nothing')).toBeUndefined()
    await expect(storage.logs.listAfter('nothing', 10)).rejects.toThrow(CursorError)
  })

  it('are filtered by field and date, combined and negated', async () => {
    await storage.logs.append([
      entry('seccft', '2026-01-01T00:00:00.000Z', { client_id: 'one' }),
      entry('feccft', '2026-01-02T00:00:00.000Z', { client_id: 'one' }),
      entry('seccft', '2026-01-03T00:00:00.000Z', { client_id: 'two' }),
      entry('slo', '2026-01-04T00:00:00.000Z'),
    ])
    const found = async (filter: Parameters<Storage['logs']['list']>[0]) =>
      types(await storage.logs.list(filter, { take: 10 }))
    const ofOne = { field: 'client_id', value: 'one' } as const
    const isExchange = { field: 'type', value: 'seccft' } as const

    expect(await found({ and: [ofOne, isExchange] })).toEqual(['seccft'])
    expect(await found({ or: [ofOne, isExchange] })).toEqual(['seccft', 'feccft', 'seccft'])
    expect(await found({ not: ofOne })).toEqual(['seccft', 'slo'])
    expect(await found({ not: { not: ofOne } })).toEqual(['seccft', 'feccft'])
    expect(await found({ field: 'type', prefix: 'se' })).toEqual(['seccft', 'seccft'])
    expect(await found({ field: 'type', prefix: 'SE' })).toEqual([])
    expect(await storage.logs.count({ not: ofOne })).toBe(2)
    expect(
      await found({ field: 'date', from: '2026-01-02T00:00:00.000Z', to: '2026-01-03T00:00:00.000Z' }),
    ).toEqual(['feccft', 'seccft'])
  })

  it('are found by a filter exactly when they match it', async () => {
    const texts = ['s', 'S', 'sapi', 'a%', undefined]
    const entries = texts.flatMap((type, day) =>
      texts.map((client_id) => entry(type ?? 'f', `2026-01-0${day + 1}T00:00:00.000Z`, { client_id })),
    )
    await storage.logs.append(entries)

    const matches = (filter: LogFilter, log: NewLog): boolean => {
      if ('and' in filter) return filter.and.every((part) => matches(part, log))
      if ('or' in filter) return filter.or.some((part) => matches(part, log))
      if ('not' in filter) return !matches(filter.not, log)
      if ('from' in filter) return log.date >= (filter.from ?? '') && log.date <= (filter.to ?? '9')
      const value: string | undefined = log[filter.field]
      if ('prefix' in filter) return value?.startsWith(filter.prefix) ?? false
      return value === filter.value
    }
    const text = fc.constantFrom('s', 'S', 'sapi', 'a%', '%', '')
    const field = fc.constantFrom('type', 'client_id')
    const date = fc.option(fc.constantFrom('2026-01-02T00:00:00.000Z', '2026-01-03T12:00:00.000Z'))
    const { filter } = fc.letrec<{ filter: LogFilter }>((tie) => ({
      filter: fc.oneof(
        { maxDepth: 3 },
        fc.record({ field, value: text }) as fc.Arbitrary<LogFilter>,
        fc.record({ field, prefix: text }) as fc.Arbitrary<LogFilter>,
        fc.record({ field: fc.constant('date' as const), from: date, to: date }),
        fc.record({ not: tie('filter') }),
        fc.record({ and: fc.array(tie('filter'), { maxLength: 3 }) }),
        fc.record({ or: fc.array(tie('filter'), { maxLength: 3 }) }),
      ),
    }))
    await fc.assert(
      fc.asyncProperty(filter, async (filter) => {
        const found = await storage.logs.list(filter, { take: 100 })
        const expected = entries.filter((log) => matches(filter, log))
        expect(found.map(({ log_id: _, ...log }) => log)).toEqual(
          expected.map((log) => JSON.parse(JSON.stringify(log))),
        )
        expect(await storage.logs.count(filter)).toBe(expected.length)
      }),
      { numRuns: 60 },
    )
  })

  it('go when they are older than a date, and a reader goes on behind one that is gone', async () => {
    await storage.logs.append([
      entry('older', '2026-01-01T00:00:00.000Z'),
      entry('old', '2026-01-01T00:00:01.000Z'),
      entry('new', '2026-01-02T00:00:00.000Z'),
    ])
    const [, old] = await storage.logs.listAfter(undefined, 10)
    expect(await storage.logs.deleteBefore('2026-01-02T00:00:00.000Z', 1)).toBe(1)
    expect(types(await storage.logs.listAfter(undefined, 10))).toEqual(['old', 'new'])
    expect(await storage.logs.deleteBefore('2026-01-02T00:00:00.000Z', 10)).toBe(1)
    expect(types(await storage.logs.listAfter(old?.log_id, 10))).toEqual(['new'])
  })

  it('take whatever a refused caller wrote', async () => {
    const odd = `\0\ud800${'x'.repeat(100_000)}`
    await storage.logs.append([entry('feccft', '2026-01-01T00:00:00.000Z', { client_id: odd, user_id: odd })])
    expect(await storage.logs.listAfter(undefined, 1)).toMatchObject([{ client_id: odd, user_id: odd }])
  })

  it('count no further than the limit, however many ask at once', async () => {
    const window = { limit: 5, endsAt: Math.floor(Date.now() / 1000) + 60 }
    const answers = await Promise.all(Array.from({ length: 12 }, () => storage.counters.take('k', window)))
    expect(answers.filter(({ taken }) => taken)).toHaveLength(5)
    expect(Math.max(...answers.map(({ used }) => used))).toBe(5)
    expect(await storage.counters.take('other', window)).toEqual({ used: 1, taken: true })
  })
})
