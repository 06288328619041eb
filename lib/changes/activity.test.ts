import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dashboardForTests } from '../dashboard-database/dashboard-for-tests'
import { testDatabases } from '../database/test-databases.ts'
import type { ActivityFilter } from './activity-conditions'
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

  test('is narrowed by part of a name, a scope to the letter, a reason, and days', async () => {
    expect(await found({ client: 'BILL' })).toEqual(['two', 'one'])
    expect(await found({ client: 'id of billing', apiText: 'urn:other' })).toEqual(['two'])
    expect(await found({ apiText: 'api urn:' })).toEqual(['two'])
    expect(await found({ scope: 'read:orders' })).toEqual(['three', 'one'])
    expect(await found({ scope: 'read:order' })).toEqual([])
    expect(await found({ text: 'kes-41' })).toEqual(['two'])
    expect(await found({ until: '2000-01-01T00:00:00.000Z' })).toEqual([])
  })

  test('finds what is said, never what the fields of the record are called', async () => {
    expect(await found({ text: 'clientName' })).toEqual([])
    expect(await found({ text: 'allScopes' })).toEqual([])
  })

  test('tells what was made here from what was seen elsewhere', async () => {
    const seen = { id: 'four', at: '2026-01-01T00:00:00.000Z', author: 'CI', origin: 'elsewhere' } as const
    await dashboard.db
      .insertInto('change_sets')
      .values({ ...seen, reason: null })
      .execute()
    await record('four', ada, authorize('elsewhere', 'a'))

    expect(await found({ where: 'elsewhere' })).toEqual(['four'])
    expect(await found({ where: 'here', text: 'elsewhere' })).toEqual([])
    expect(await activity.countActivity({ where: 'here' })).toEqual({ here: 3, elsewhere: 1 })
    expect(await activity.countActivity({ author: grace.email })).toEqual({ here: 1, elsewhere: 0 })
  })

  test('leaves as CSV, in which nothing is a formula', async () => {
    const csv = asCsv(await activity.readMatchingChanges({ author: grace.email }))

    const [head, ...lines] = csv.trim().split('\n')
    expect(head).toMatch(/^at,author,change,state,/)
    expect(lines).toHaveLength(2)
    expect(lines[0]).toContain("'=KES-412")
  })

  test('has a change that was tried again once, as what came of it last', async () => {
    const change = authorize('late', 'a')
    const attempt = { setId: 'five', admin: ada, change, key: objectKey(change), step: 5 }
    const outcome = { subject: namedIn(change), ...snapshotsOf(change) }
    for (const reason of ['The tenant can’t be reached.', 'It still can’t be reached.'])
      await store.record(attempt, outcome, reason)
    expect((await activity.readActivity({ client: 'late' }, 0, 1)).sets).toMatchObject([
      { applied: 0, failed: 1, changes: [{ reason: 'It still can’t be reached.' }] },
    ])
    await store.record(attempt, outcome)

    expect((await activity.readActivity({ client: 'late' }, 0, 1)).sets).toMatchObject([
      { applied: 1, failed: 0, changes: [{ state: 'applied' }] },
    ])
  })
})
