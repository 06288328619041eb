import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dashboardForTests } from '../dashboard-database/dashboard-for-tests'
import { testDatabases } from '../database/test-databases.ts'
import type { ActivityFilter } from './activity'
import { type Change, objectKey } from './change'
import { asCsv } from './export'
import { namedIn } from './named-in'
import { snapshotsOf } from './snapshots'

const ada = { email: 'ada@grantboard.example' }
const grace = { email: 'grace@grantboard.example' }
const orders = { id: 'api_1', identifier: 'https://orders.example/100%_real' }

const authorize = (clientName: string, scope: string, audience = orders.identifier): Change => ({
  kind: 'grant.create',
  ...{ clientId: `id of ${clientName}`, clientName, audience, apiName: `API ${audience}` },
  to: { scope: [scope], allScopes: false },
})

describe.each(testDatabases)('activity on $dialect', ({ newDatabase }) => {
  let dashboard: Awaited<ReturnType<typeof dashboardForTests>>
  let activity: typeof import('./activity')
  let store: typeof import('./store')
  let sets: typeof import('./set-store')
  beforeAll(async () => {
    dashboard = await dashboardForTests(await newDatabase())
    activity = await import('./activity')
    store = await import('./store')
    sets = await import('./set-store')
    await record('one', ada, authorize('billing', 'read:orders'))
    await record(
      'two',
      grace,
      authorize('Fraud “scorer”', 'delete:orders'),
      authorize('billing', 'a', 'urn:other'),
    )
    await record('three', ada, { kind: 'scope.delete', apiId: orders.id, value: 'read:orders' })
    await sets.giveReason('two', grace, '=KES-412')
  })
  afterAll(() => dashboard.close())

  async function record(setId: string, admin: typeof ada, ...changes: Change[]) {
    for (const change of changes) {
      const attempt = { setId, admin, change, key: objectKey(change) }
      await store.record(attempt, { subject: namedIn(change), ...snapshotsOf(change) })
    }
  }
  const found = async (filter: ActivityFilter) => {
    const { sets, total } = await activity.readActivity(filter, 0, 10)
    expect(total).toBe(sets.length)
    return sets.map(({ id }) => id)
  }

  test('is one entry for each set, the latest first, with what came of it', async () => {
    const { sets, total } = await activity.readActivity({}, 0, 2)

    expect(total).toBe(3)
    expect(sets).toMatchObject([
      { id: 'three', applied: 1, failed: 0, author: ada.email },
      { id: 'two', applied: 2, author: grace.email, reason: '=KES-412', changes: [{}, {}] },
    ])
  })

  test('is narrowed by person, client, API, text and time', async () => {
    expect(await found({ author: grace.email })).toEqual(['two'])
    expect(await found({ clientId: 'id of billing' })).toEqual(['two', 'one'])
    expect(await found({ api: orders })).toEqual(['three', 'two', 'one'])
    expect(await found({ api: { id: 'api_2', identifier: 'https://orders.example/100x' } })).toEqual([])
    expect(await found({ text: 'READ:orders' })).toEqual(['three', 'one'])
    expect(await found({ text: 'fraud “scorer”' })).toEqual(['two'])
    expect(await found({ text: '100%_real' })).toEqual(['two', 'one'])
    expect(await found({ text: '%' })).toEqual(['two', 'one'])
    expect(await found({ from: '2999-01-01T00:00:00.000Z' })).toEqual([])
    expect(await found({ author: ada.email, text: 'billing' })).toEqual(['one'])
  })

  test('leaves as CSV, in which nothing is a formula', async () => {
    const csv = asCsv(await activity.readMatchingChanges({ author: grace.email }))

    const [head, ...lines] = csv.trim().split('\n')
    expect(head).toMatch(/^at,author,change,state,/)
    expect(lines).toHaveLength(2)
    expect(lines[0]).toContain("'=KES-412")
  })
})
