import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dashboardForTests } from '../dashboard-database/dashboard-for-tests'
import { testDatabases } from '../database/test-databases.ts'
import type { LogEntry } from '../mirror/log-entry'

const ada = { email: 'ada@grantboard.example' }
const entry = (log_id: string, correlation_id: string, second: number): LogEntry => ({
  log_id,
  date: `2026-01-01T00:00:0${second}.000Z`,
  type: 'sapi',
  description: 'Create a client grant',
  details: {
    request: { method: 'post', path: '/api/v2/client-grants', correlation_id },
    response: { statusCode: 201, body: { client_secret: 'secret' } },
  },
})

describe.each(testDatabases)('what the tenant’s log says of a set on $dialect', ({ newDatabase }) => {
  let dashboard: Awaited<ReturnType<typeof dashboardForTests>>
  let reading: typeof import('./log-entries')
  let keeping: typeof import('./keep-log-entries')
  let sets: typeof import('./set-store')
  beforeAll(async () => {
    dashboard = await dashboardForTests(await newDatabase())
    reading = await import('./log-entries')
    keeping = await import('./keep-log-entries')
    sets = await import('./set-store')
  })
  afterAll(() => dashboard.close())

  test('is kept once, in the order of the log, without what the calls carried', async () => {
    const [id, other] = [await newSet(), await newSet()]
    await keeping.keepLogEntries(dashboard.db, [entry('b', id, 2), entry('a', id, 1), entry('c', other, 3)])
    await keeping.keepLogEntries(dashboard.db, [entry('b', id, 2), entry('d', id, 4)])

    const { entries, total } = await reading.readLogEntries(id, 0, 2)
    expect(total).toBe(3)
    expect(entries).toEqual([
      expect.objectContaining({ log_id: 'a', method: 'POST', path: '/api/v2/client-grants', status: 201 }),
      expect.objectContaining({ log_id: 'b', description: 'Create a client grant' }),
    ])
    expect(JSON.stringify(entries)).not.toContain('secret')
    expect(await reading.countLogEntries([id, other, 'nowhere'])).toEqual(
      new Map([
        [id, { count: 3, firstAt: '2026-01-01T00:00:01.000Z' }],
        [other, { count: 1, firstAt: '2026-01-01T00:00:03.000Z' }],
      ]),
    )
  })

  test('leaves out calls of others', async () => {
    await keeping.keepLogEntries(dashboard.db, [entry('x', 'somebody else’s', 1)])

    expect((await reading.readLogEntries('somebody else’s', 0, 10)).total).toBe(0)
  })

  const newSet = () => sets.createSet({ admin: ada, origin: 'matrix' })
})
