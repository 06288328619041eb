import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dashboardForTests } from '../dashboard-database/dashboard-for-tests'
import { testDatabases } from '../database/test-databases.ts'

const ada = { email: 'ada@grantboard.example' }

describe.each(testDatabases)('the record on $dialect', ({ newDatabase }) => {
  let dashboard: Awaited<ReturnType<typeof dashboardForTests>>
  let store: typeof import('./store')
  let records: typeof import('./records')
  beforeEach(async () => {
    dashboard = await dashboardForTests(await newDatabase())
    store = await import('./store')
    records = await import('./records')
  })
  afterEach(() => dashboard.close())

  const grant = (clientId: string) => ({
    setId: crypto.randomUUID(),
    admin: ada,
    change: { kind: 'client.delete', clientId } as const,
    key: `client:${clientId}`,
  })

  test('is read latest first, a window at a time', async () => {
    for (const id of ['one', 'two', 'three']) {
      const outcome = { subject: { clientId: id }, before: { name: id }, after: null }
      await store.record(grant(id), outcome, id === 'two' ? 'refused' : undefined)
    }

    const { changes, total } = await records.readChanges(1, 2)
    expect(total).toBe(3)
    expect(changes).toMatchObject([
      { subject: { clientId: 'two' }, state: 'failed', reason: 'refused', author: ada.email },
      { subject: { clientId: 'one' }, state: 'applied', before: { name: 'one' }, after: null },
    ])
  })

  test('says who brought an object into the state it is in', async () => {
    await store.record(grant('one'), { subject: {}, before: null, after: { name: 'now' } })

    const isNow = (after: unknown) => JSON.stringify(after) === '{"name":"now"}'
    expect(await store.whoMade('client:one', isNow)).toMatchObject({ author: ada.email })
    expect(await store.whoMade('client:two', isNow)).toBeUndefined()
  })
})
