import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dashboardForTests } from '../dashboard-database/dashboard-for-tests'
import { testDatabases } from '../database/test-databases.ts'
import type { Change } from './change'

const ada = { email: 'ada@grantboard.example' }
const grace = { email: 'grace@grantboard.example' }

describe.each(testDatabases)('a change set on $dialect', ({ newDatabase }) => {
  let dashboard: Awaited<ReturnType<typeof dashboardForTests>>
  let sets: typeof import('./set-store')
  let reading: typeof import('./read-set')
  let openSets: typeof import('./open-sets')
  beforeEach(async () => {
    dashboard = await dashboardForTests(await newDatabase())
    sets = await import('./set-store')
    reading = await import('./read-set')
    openSets = await import('./open-sets')
  })
  afterEach(() => dashboard.close())

  const authorize = (clientId: string, ...scope: string[]): Change => ({
    kind: 'grant.create',
    clientId,
    clientName: clientId,
    audience: 'urn:orders',
    apiName: 'Orders API',
    to: { scope, allScopes: false },
  })
  const newSet = (...changes: Change[]) =>
    sets.createSet(
      { admin: ada, origin: 'matrix' },
      changes.map((change) => ({ change })),
    )
  const read = async (id: string) => {
    const set = await reading.readSet(id)
    if (!set) throw new Error(`There is no set ${id}`)
    return set
  }

  test('keeps its changes in the order in which they were first made, each as it was made last', async () => {
    const id = await newSet(authorize('one', 'read:a'), authorize('two', 'read:a'))
    await sets.putSteps(id, grace, [{ change: authorize('one', 'read:b') }])

    const { steps, ...set } = await read(id)
    expect(set).toMatchObject({ author: ada.email, origin: 'matrix', state: 'draft', reason: null })
    expect(steps).toMatchObject([
      { change: authorize('one', 'read:b'), author: grace.email, state: 'planned' },
      { change: authorize('two', 'read:a'), author: ada.email, state: 'planned' },
    ])
  })

  test('forgets a change that is taken out, and has it again when it is made again', async () => {
    const id = await newSet(authorize('one', 'read:a'), authorize('two', 'read:a'))
    const slot = (await read(id)).steps[0]?.slot ?? ''
    await sets.takeOutSteps(id, ada, [slot])
    expect((await read(id)).steps).toMatchObject([{ change: { clientId: 'two' } }])
    expect(await reading.countSteps(id)).toBe(1)

    await sets.putSteps(id, ada, [{ change: authorize('one', 'read:b') }])
    expect((await read(id)).steps).toHaveLength(2)
    expect(await reading.countSteps(id)).toBe(2)
  })

  test('is found again by who works on it', async () => {
    const id = await newSet(authorize('one', 'read:a'))

    expect(await reading.findDraft(ada.email, 'matrix')).toBe(id)
    expect(await reading.findDraft(grace.email, 'matrix')).toBeUndefined()
    await sets.submitSet(id, ada)
    expect(await reading.findDraft(ada.email, 'matrix')).toBe(id)
    await sets.discardSet(id, ada)
    expect(await reading.findDraft(ada.email, 'matrix')).toBeUndefined()
  })

  test('waits to be gone on with, unless everything was taken out of it', async () => {
    const [id, emptied] = [
      await newSet(authorize('one', 'read:a'), authorize('two', 'read:a')),
      await newSet(authorize('one', 'read:a')),
    ]
    for (const set of [id, emptied]) {
      const slot = (await read(set)).steps[0]?.slot ?? ''
      await sets.takeOutSteps(set, ada, [slot])
    }

    const open = await openSets.readOpenSets()
    expect(open.find((set) => set.id === id)).toMatchObject({ steps: 1, state: 'draft', author: ada.email })
    expect(open.map((set) => set.id)).not.toContain(emptied)
  })

  test('takes no more changes once it is being applied', async () => {
    const id = await newSet(authorize('one', 'read:a'))
    await sets.submitSet(id, ada)
    await sets.giveReason(id, grace, 'KES-412')
    await sets.startSet(id, grace)

    expect(await read(id)).toMatchObject({ state: 'applying', stateBy: grace.email, reason: 'KES-412' })
    const late = sets.putSteps(id, ada, [{ change: authorize('two', 'read:a') }])
    await expect(late).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/is being applied/),
    })
    await expect(sets.discardSet(id, ada)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('is still being applied when its first change is applied', async () => {
    const id = await newSet(authorize('one', 'read:a'), authorize('two', 'read:a'))
    await sets.startSet(id, ada)
    const step = (await read(id)).steps[0]?.id
    await sets.addEvent(dashboard.db, { setId: id, kind: 'applied', step })

    const set = await read(id)
    expect(set).toMatchObject({ state: 'applying', stateBy: ada.email })
    expect(set.steps.map(({ state }) => state)).toEqual(['applied', 'planned'])
  })

  test('is started once, however many press the button', async () => {
    const id = await newSet(authorize('one', 'read:a'))

    const presses = await Promise.allSettled(Array.from({ length: 8 }, () => sets.startSet(id, ada)))

    expect(presses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('can be as large as it must', async () => {
    const id = await newSet(...Array.from({ length: 2500 }, (_, n) => authorize(`client ${n}`, 'read:a')))

    const { steps } = await read(id)
    expect(steps).toHaveLength(2500)
    expect(steps[2499]).toMatchObject({ change: { clientId: 'client 2499' } })
  })

  test('that does not exist is said not to', async () => {
    expect(await reading.readSet('nowhere')).toBeUndefined()
    await expect(sets.startSet('nowhere', ada)).rejects.toMatchObject({ code: 'not_found' })
  })

  test.each([
    'change_sets',
    'changes',
    'change_set_steps',
    'change_set_events',
    'change_set_log_entries',
  ] as const)('leaves no way to rewrite %s', async (table) => {
    const id = await newSet(authorize('one', 'read:a'))
    await sets.startSet(id, ada)
    const { record } = await import('./store')
    const attempt = { setId: id, admin: ada, change: authorize('one', 'read:a'), key: 'k' }
    await record(attempt, { subject: {}, before: null, after: null })
    const { keepLogEntries } = await import('./keep-log-entries')
    await keepLogEntries(dashboard.db, [
      { log_id: '1', date: '2026-01-01T00:00:00.000Z', type: 'sapi', references: { correlation_id: id } },
    ])
    const { db } = dashboard

    const rewritten = db.updateTable(table).set({ at: '' }).execute()
    await expect(rewritten).rejects.toThrow(`${table} is append-only`)
    await expect(db.deleteFrom(table).execute()).rejects.toThrow(`${table} is append-only`)
  })
})
