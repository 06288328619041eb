import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { type Kysely, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDashboardDatabase } from '../dashboard-database/open.ts'
import type { Tables } from '../dashboard-database/tables.ts'
import { testDatabases } from '../database/test-databases.ts'
import { foldObservations } from './fold.ts'
import { issued, refused } from './testing/entries.ts'
import { createCursor, numberedLog } from './testing/numbered-log.ts'
import { observed } from './testing/observed.ts'
import type { LogEntry } from './token-event.ts'

const program = fileURLToPath(new URL('testing/fold-process.ts', import.meta.url))

describe.each(testDatabases)('folding on $dialect', ({ newDatabase }) => {
  let place: { DATA_DIR: string; DATABASE_URL?: string }
  let db: Kysely<Tables>
  beforeEach(async () => {
    place = { DATA_DIR: mkdtempSync(join(tmpdir(), 'fold-')), DATABASE_URL: await newDatabase() }
    db = await openDashboardDatabase(place)
  })
  afterEach(async () => {
    await db.destroy()
    rmSync(place.DATA_DIR, { recursive: true })
  })

  const fold = (...entries: LogEntry[]) => db.transaction().execute((trx) => foldObservations(trx, entries))

  /** What would be observed after these batches; afterwards nothing was. */
  async function observedAfter(batches: LogEntry[][]) {
    const trx = await db.startTransaction().execute()
    try {
      for (const batch of batches) await foldObservations(trx, batch)
      return await observed(trx)
    } finally {
      await trx.rollback().execute()
    }
  }

  test('keeps the first and the last token of a client for an API, and the scopes of the last', async () => {
    await fold(issued({ date: '2026-11-24T13:02:00.000Z', scope: 'read:orders' }))
    await fold(issued({ date: '2026-11-24T15:30:00.000Z', scope: 'read:orders write:orders' }))
    await fold(issued({ date: '2026-11-24T11:00:00.000Z', scope: 'late' }))
    expect(await db.selectFrom('observed_tokens').selectAll().execute()).toEqual([
      {
        client_id: 'worker',
        audience: 'urn:orders',
        first_at: '2026-11-24T11:00:00.000Z',
        last_at: '2026-11-24T15:30:00.000Z',
        last_scope: 'read:orders write:orders',
        issued: 3,
      },
    ])
  })

  test('counts what was issued and refused, per UTC hour and day', async () => {
    const noScope = 'Client has not been granted scopes: a'
    await fold(
      issued({ date: '2026-11-24T23:59:59.999Z' }),
      refused({ date: '2026-11-25T00:00:00.000Z', description: noScope }),
      issued({ date: '2026-11-25T00:59:59.999Z' }),
    )
    const day = Date.UTC(2026, 10, 24) / 86_400_000
    const counts = { client_id: 'worker', audience: 'urn:orders' }
    expect(await db.selectFrom('observed_hours').selectAll().orderBy('hour').execute()).toEqual([
      { ...counts, hour: day * 24 + 23, issued: 1, refused: 0 },
      { ...counts, hour: day * 24 + 24, issued: 1, refused: 1 },
    ])
    expect(await db.selectFrom('observed_days').selectAll().orderBy('day').execute()).toEqual([
      { ...counts, day, issued: 1, refused: 0 },
      { ...counts, day: day + 1, issued: 1, refused: 1 },
    ])
  })

  test('keeps failures by reason, with what the tenant said the last time', async () => {
    await fold(issued())
    await fold(
      refused({ date: '2026-11-24T14:00:00.000Z' }),
      refused({ date: '2026-11-24T14:05:00.000Z' }),
      refused({ description: 'Client has not been granted scopes: a, b' }),
      refused({ description: 'Outside of office hours' }),
      refused({ description: 'Service not found: urn:nowhere', audience: 'urn:nowhere' }),
    )
    const rows = await db.selectFrom('observed_failures').selectAll().orderBy('reason').execute()
    expect(rows).toMatchObject([
      { reason: 'Outside of office hours', audience: 'urn:orders', count: 1 },
      {
        reason: 'credentials',
        first_at: '2026-11-24T14:00:00.000Z',
        last_at: '2026-11-24T14:05:00.000Z',
        count: 2,
      },
      { reason: 'no_such_api', audience: '', said: 'Service not found: urn:nowhere' },
      { reason: 'scopes', audience: 'urn:orders', said: 'Client has not been granted scopes: a, b' },
    ])
  })

  test('keeps who asked: address, program and SDK, and whether it still gets tokens', async () => {
    const sdk = { name: 'node-auth0', version: '7.1.0' }
    await fold(
      issued({ auth0_client: sdk }),
      refused({ auth0_client: sdk, date: '2026-11-24T14:00:00.000Z' }),
      issued({ ip: '10.0.0.2' }),
    )
    expect(await db.selectFrom('observed_callers').selectAll().orderBy('ip').execute()).toMatchObject([
      {
        ip: '10.0.0.1',
        user_agent: 'billing/1.0',
        sdk: 'node-auth0 7.1.0',
        issued: 1,
        refused: 1,
        last_issued_at: '2026-11-24T13:02:00.000Z',
        last_refused_at: '2026-11-24T14:00:00.000Z',
      },
      { ip: '10.0.0.2', sdk: '', issued: 1, refused: 0, last_refused_at: null },
    ])
  })

  test('keeps the 50 callers of a client that were seen last', async () => {
    const from = (n: number) =>
      issued({ ip: `10.0.0.${n}`, date: new Date(Date.UTC(2026, 10, 24) + n * 1000).toISOString() })
    await fold(...Array.from({ length: 60 }, (_, n) => from(n)))
    const rows = await db.selectFrom('observed_callers').select('ip').execute()
    expect(rows).toHaveLength(50)
    expect(rows).not.toContainEqual({ ip: '10.0.0.9' })
    expect(rows).toContainEqual({ ip: '10.0.0.10' })
  })

  test('strangers fill no table: they are counted apart, the latest 200 of them by name', async () => {
    const stranger = (n: number) =>
      refused({
        client_id: `guess-${n}`,
        audience: `urn:guess:${n}`,
        date: new Date(Date.UTC(2026, 10, 24) + n * 1000).toISOString(),
      })
    await fold(...Array.from({ length: 300 }, (_, n) => stranger(n)))

    expect(
      await db.selectFrom('observed_hours').select(['client_id', 'audience', 'refused']).execute(),
    ).toEqual([{ client_id: '', audience: '', refused: 300 }])
    for (const table of ['observed_tokens', 'observed_callers', 'observed_failures'] as const)
      expect(await db.selectFrom(table).selectAll().execute()).toEqual([])
    const strangers = await db.selectFrom('observed_strangers').selectAll().execute()
    expect(strangers).toHaveLength(200)
    expect(strangers).toContainEqual(
      expect.objectContaining({ client_id: 'guess-299', reason: 'credentials' }),
    )
  })

  test('keeps hours of 35 days and days of 400', async () => {
    await fold(issued({ date: '2025-01-01T00:00:00.000Z' }))
    await fold(issued({ date: '2026-10-21T00:00:00.000Z' }))
    await fold(issued({ date: '2026-11-24T12:00:00.000Z' }))
    await fold(issued({ date: '2025-01-02T00:00:00.000Z' }))
    const hours = await db.selectFrom('observed_hours').select('hour').orderBy('hour').execute()
    expect(hours.map(({ hour }) => new Date(hour * 3_600_000).toISOString().slice(0, 10))).toEqual([
      '2026-10-21',
      '2026-11-24',
    ])
    const days = await db.selectFrom('observed_days').select('day').orderBy('day').execute()
    expect(days).toHaveLength(2)
  })

  test('entries of other kinds and with nonsense in them are passed over', async () => {
    await fold(
      { type: 'sapi', date: '2026-11-24T13:02:00.000Z' },
      issued({ date: 'yesterday' }),
      issued({ date: 5 }),
      issued({ client_id: undefined }),
      refused({ client_id: 7, audience: [], ip: null, user_agent: {}, description: undefined }),
      refused({ description: `\0${'x'.repeat(100_000)}`, client_id: '\ud800'.repeat(900) }),
    )
    const { observed_strangers: strangers, ...rest } = await observed(db)
    expect(strangers).toHaveLength(2)
    expect(strangers?.join('').length).toBeLessThan(1500)
    expect(rest.observed_tokens).toEqual([])
  })

  const moment = fc.integer({ min: 0, max: 400 }).map((n) => new Date(Date.UTC(2026, 10, 24) + n * 900_000))
  const entry = fc.record({
    type: fc.constantFrom('seccft', 'feccft', 'sapi'),
    date: moment.map((at) => at.toISOString()),
    client_id: fc.constantFrom('one', 'two', 'guess'),
    audience: fc.constantFrom('urn:a', 'urn:b', ''),
    scope: fc.constantFrom('read', 'read write', undefined),
    ip: fc.nat({ max: 70 }).map((n) => `10.0.0.${n}`),
    user_agent: fc.constantFrom('a', 'b'),
    description: fc.constantFrom(
      'Unauthorized',
      'Client has not been granted scopes: x',
      'Service not found: urn:c',
      'No.',
    ),
  })

  test('how the log was cut into batches makes no difference', async () => {
    const cuts = fc.array(fc.nat({ max: 200 }), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 200 }), cuts, async (entries, at) => {
        const places = [0, ...at.toSorted((a, b) => a - b), entries.length]
        const batches = places.slice(1).map((end, index) => entries.slice(places[index], end))
        expect(await observedAfter(batches)).toEqual(await observedAfter([entries]))
      }),
      { numRuns: 40 },
    )
  })

  test('the order of entries makes no difference for what the tenant is known to have', async () => {
    const known = [
      issued({ client_id: 'one', audience: 'urn:a' }),
      issued({ client_id: 'two', audience: 'urn:b' }),
    ]
    const few = entry.filter(({ client_id, type }) => client_id !== 'guess' && type !== 'sapi')
    await fc.assert(
      fc.asyncProperty(
        fc
          .array(few, { maxLength: 40 })
          .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        async ([entries, shuffled]) => {
          expect(await observedAfter([known, shuffled])).toEqual(await observedAfter([known, entries]))
        },
      ),
      { numRuns: 40 },
    )
  })

  test('a process that is killed while it folds counts nothing twice and loses nothing', async () => {
    await createCursor(db)
    await sql`insert into cursor values (0)`.execute(db)
    const run = () => fork(program, [place.DATA_DIR, place.DATABASE_URL ?? ''])

    for (const batches of [1, 4, 9]) {
      const child = run()
      const exit = once(child, 'exit')
      for (let folded = 0; folded < batches; folded++) await once(child, 'message')
      child.kill('SIGKILL') // in the middle of the next one
      await exit
    }
    const { rows } = await sql<{ at: number }>`select at from cursor`.execute(db)
    expect(rows[0]?.at).toBeGreaterThanOrEqual(3 * 14)
    expect(rows[0]?.at).toBeLessThan(numberedLog.length)

    await once(run(), 'exit')
    const found = await observed(db)
    for (const table of Object.keys(found)) await sql`delete from ${sql.table(table)}`.execute(db)
    expect(found).toEqual(await observedAfter([numberedLog]))
  })
})
