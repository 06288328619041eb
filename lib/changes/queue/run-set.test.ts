import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { tenantForTests } from '../../../bin/tenant-for-tests.ts'
import { testDatabases } from '../../database/test-databases.ts'
import type { Access } from '../../grants/grant'
import type { Change } from '../change'
import type { NewStep } from '../set-store'

const ada = { email: 'ada@grantboard.example' }
const grace = { email: 'grace@grantboard.example' }
const access = (...scope: string[]): Access => ({ scope, allScopes: false })
const [read, write] = [access('read:orders'), access('read:orders', 'create:orders')]

describe.each(testDatabases)('the queue on $dialect', ({ newDatabase }) => {
  let tenant: Awaited<ReturnType<typeof tenantForTests>>
  let sets: typeof import('../set-store')
  let queue: typeof import('./run-set')
  let reading: typeof import('../read-set')
  let records: typeof import('../records')
  let applying: typeof import('../apply')
  let holders: typeof import('../../grants/holders')
  beforeAll(async () => {
    tenant = await tenantForTests()
    Object.assign(process.env, tenant.environment, { DATABASE_URL: (await newDatabase()) ?? '' })
    vi.resetModules() // the configuration is read once in the life of a process
    sets = await import('../set-store')
    queue = await import('./run-set')
    reading = await import('../read-set')
    records = await import('../records')
    applying = await import('../apply')
    holders = await import('../../grants/holders')
  })
  afterEach(() => tenant.proxy.breakLine())
  afterAll(() => tenant.stop())

  const apply = async (change: Change) => String(await applying.apply(change, ada))
  const newClient = (name: string) =>
    apply({ kind: 'client.create', input: { name, description: '', type: 'non_interactive' } })
  async function newApi() {
    const [name, identifier] = ['Orders API', `urn:${crypto.randomUUID()}`]
    const apiId = await apply({
      kind: 'api.create',
      input: { name, identifier, signingAlgorithm: 'RS256' },
    })
    const scopes = write.scope.map((value) => ({ value, description: '' }))
    await apply({ kind: 'scope.create', apiId, scopes })
    return identifier
  }
  /** One API and clients, each with what it takes to authorize, change and revoke it. */
  async function parties(count: number) {
    const audience = await newApi()
    const clients = await Promise.all(Array.from({ length: count }, (_, n) => newClient(`client ${n}`)))
    return clients.map((clientId, n) => {
      const of = { clientId, clientName: `client ${n}`, audience, apiName: 'Orders API' }
      return {
        of,
        authorize: (to = read): Change => ({ kind: 'grant.create', ...of, to }),
        change: (from: Access, to: Access): Change => ({ kind: 'grant.update', ...of, from, to }),
        revoke: (from = read): Change => ({ kind: 'grant.delete', ...of, from }),
      }
    })
  }
  async function newSet(changes: (Change | NewStep)[], admin = ada) {
    const steps = changes.map((change) => ('kind' in change ? { change } : change))
    const id = await sets.createSet({ admin, origin: 'matrix' }, steps)
    await sets.startSet(id, admin)
    return id
  }
  async function outcome(id: string) {
    const set = await reading.readSet(id)
    if (!set) throw new Error(`There is no set ${id}`)
    return { ...set, states: set.steps.map(({ state }) => state) }
  }
  const recorded = async (id: string) =>
    (await records.readChanges(0, 500)).changes.filter(({ setId }) => setId === id)
  const holdersOf = async (audience: string, scope: string) =>
    (await holders.holdersOf(audience, [scope])).listing.map(({ clientId }) => clientId).toSorted()
  const writesSince = (start: number) =>
    tenant.proxy
      .seen()
      .slice(start)
      .filter((call) => !call.startsWith('GET') && call.includes('/api/v2/'))

  test('applies every change once and records each', async () => {
    const all = await parties(12)
    const start = tenant.proxy.seen().length
    const id = await newSet(all.map(({ authorize }) => authorize()))

    expect(await queue.runSet(id)).toBe(true)

    expect(await outcome(id)).toMatchObject({ state: 'applied', states: Array(12).fill('applied') })
    expect(writesSince(start)).toHaveLength(12)
    expect(await holdersOf(all[0]?.of.audience ?? '', 'read:orders')).toEqual(
      all.map(({ of }) => of.clientId).toSorted(),
    )
    const records = await recorded(id)
    expect(records).toHaveLength(12)
    expect(records[0]).toMatchObject({ author: ada.email, before: null, after: read, state: 'applied' })
  })

  test.each([
    ['are lost after the tenant made them', { kind: 'lose' }],
    ['never reach the tenant', { kind: 'drop' }],
    ['end in 500', { kind: 'answer', status: 500, body: '{"message":"Internal error"}' }],
    ['end in 429', { kind: 'answer', status: 429, body: '{}', headers: { 'retry-after': '1' } }],
  ] as const)('makes changes once whose writes %s', async (_, fault) => {
    const all = await parties(4)
    const [kept, narrowed, widened, revoked] = all
    if (!kept || !narrowed || !widened || !revoked) throw new Error('four clients were asked for')
    await apply(narrowed.authorize(write))
    await apply(widened.authorize(read))
    await apply(revoked.authorize(read))
    const id = await newSet([
      kept.authorize(read),
      narrowed.change(write, read),
      widened.change(read, write),
      revoked.revoke(),
    ])
    tenant.proxy.breakLine(
      ...['POST', 'PATCH', 'DELETE'].map((method) => ({
        ...fault,
        path: '^/api/v2/client-grants',
        method,
        times: 1,
      })),
    )

    await queue.runSet(id)

    expect(await outcome(id)).toMatchObject({ state: 'applied', states: Array(4).fill('applied') })
    const audience = kept.of.audience
    expect(await holdersOf(audience, 'create:orders')).toEqual([widened.of.clientId])
    expect(await holdersOf(audience, 'read:orders')).toEqual(
      [kept, narrowed, widened].map(({ of }) => of.clientId).toSorted(),
    )
    const byClient = new Map((await recorded(id)).map((change) => [change.subject.clientId, change]))
    expect(byClient.size).toBe(4)
    expect(byClient.get(narrowed.of.clientId)).toMatchObject({ before: write, after: read })
    expect(byClient.get(revoked.of.clientId)).toMatchObject({ before: read, after: null })
  })

  test('creates a client once when the answer is lost, and goes on with its id', async () => {
    const audience = await newApi()
    const name = `importer ${crypto.randomUUID()}`
    const { newClientId } = await import('../new-client')
    const clientId = newClientId('importer')
    const of = { clientId, clientName: name, audience, apiName: 'Orders API' }
    const id = await newSet([
      {
        slot: 'importer',
        change: { kind: 'client.create', input: { name, description: '', type: 'non_interactive' } },
      },
      { change: { kind: 'grant.create', ...of, to: read } },
    ])
    tenant.proxy.breakLine({ kind: 'lose', path: '^/api/v2/clients', method: 'POST', times: 1 })

    await queue.runSet(id)

    expect(await outcome(id)).toMatchObject({ state: 'applied', states: ['applied', 'applied'] })
    const { management } = await import('../../management/management')
    const { data } = await management((api) => api.clients.list({ per_page: 100 }))
    const made = data.filter((client) => client.name === name)
    expect(made).toHaveLength(1)
    expect(await holdersOf(audience, 'read:orders')).toEqual([made[0]?.client_id])
  })

  test('goes on after a change that the tenant refuses, and says which it was', async () => {
    const [one, two] = await parties(2)
    if (!one || !two) throw new Error('two clients were asked for')
    const id = await newSet([one.authorize(access('no:such')), two.authorize()])

    await queue.runSet(id)

    const { state, steps } = await outcome(id)
    expect(state).toBe('partly')
    expect(steps[0]).toMatchObject({ state: 'failed', said: expect.stringMatching(/subset/) })
    expect(steps[1]).toMatchObject({ state: 'applied' })
  })

  test('leaves alone what is as wanted, and refuses what somebody changed meanwhile', async () => {
    const [done, drifted] = await parties(2)
    if (!done || !drifted) throw new Error('two clients were asked for')
    await apply(done.authorize())
    await apply(drifted.authorize(write))
    const id = await newSet([done.authorize(), drifted.change(read, access())])

    await queue.runSet(id)

    expect((await outcome(id)).steps).toMatchObject([
      { state: 'skipped', said: 'The tenant was as wanted already.' },
      { state: 'failed', said: expect.stringMatching(/was changed by ada@grantboard.example/) },
    ])
    expect(await holdersOf(drifted.of.audience, 'create:orders')).toEqual([drifted.of.clientId])
  })

  test('stops after the change in hand, and goes on where it stopped', async () => {
    const all = await parties(10)
    const id = await newSet(all.map(({ authorize }) => authorize()))
    tenant.proxy.breakLine({ kind: 'delay', for: 200, path: '^/api/v2/client-grants' })
    const running = queue.runSet(id)
    await vi.waitUntil(async () => (await outcome(id)).states.includes('applied'), { timeout: 20_000 })
    await sets.stopSet(id, grace)
    await running

    const stopped = await outcome(id)
    expect(stopped.state).toBe('stopped')
    expect(stopped.states).toContain('planned')
    expect(stopped.states).not.toContain('begun')
    const done = stopped.states.filter((state) => state === 'applied').length

    tenant.proxy.breakLine()
    await sets.startSet(id, grace)
    await queue.runSet(id)
    expect(await outcome(id)).toMatchObject({ state: 'applied', states: Array(10).fill('applied') })
    const authors = (await recorded(id)).map(({ author }) => author)
    expect(authors.filter((author) => author === ada.email)).toHaveLength(done)
    expect(authors.filter((author) => author === grace.email)).toHaveLength(10 - done)
  })

  test('is done by one of many who try at the same time', async () => {
    const all = await parties(6)
    const start = tenant.proxy.seen().length
    const id = await newSet(all.map(({ authorize }) => authorize()))

    const took = await Promise.all(Array.from({ length: 5 }, () => queue.runSet(id)))

    expect(took.filter(Boolean)).toHaveLength(1)
    expect(writesSince(start)).toHaveLength(6)
  })

  test('lets one of two sets change the same grant, and tells the other who did', async () => {
    const all = await parties(5)
    for (const { authorize } of all) await apply(authorize(read))
    const widen = await newSet(all.map(({ change }) => change(read, write)))
    const empty = await newSet(
      all.map(({ change }) => change(read, access())),
      grace,
    )

    await Promise.all([queue.runSet(widen), queue.runSet(empty)])

    const [first, second] = [await outcome(widen), await outcome(empty)]
    for (const [n, step] of first.steps.entries()) {
      const states = [step.state, second.steps[n]?.state].toSorted()
      expect(states).toEqual(['applied', 'failed'])
    }
    const failed = [...first.steps, ...second.steps].filter(({ state }) => state === 'failed')
    for (const { said } of failed) expect(said).toMatch(/was changed by (ada|grace)@grantboard.example/)
    const wide = await holdersOf(all[0]?.of.audience ?? '', 'create:orders')
    expect(wide).toHaveLength(first.states.filter((state) => state === 'applied').length)
  })
})
