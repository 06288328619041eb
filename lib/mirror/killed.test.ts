import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { tenantForTests } from '../../bin/tenant-for-tests.ts'
import { testDatabases } from '../database/test-databases.ts'
import { management } from '../management/management'
import { mirrorForTests } from './testing/follower'
import { startFollower } from './testing/start-follower.ts'
import { newWorker } from './testing/tokens'

const clientCount = 120
const tokenCount = 150

let tenant: Awaited<ReturnType<typeof tenantForTests>>
let worker: Awaited<ReturnType<typeof newWorker>>
beforeAll(async () => {
  tenant = await tenantForTests()
  Object.assign(process.env, tenant.environment)
  worker = await newWorker()
  await inChunks(clientCount, (n) => management((api) => api.clients.create({ name: `crowd ${n}` })))
})
afterAll(() => tenant.stop())

describe.each(testDatabases)('a dashboard on $dialect that is killed', ({ newDatabase }) => {
  let mirror: Awaited<ReturnType<typeof mirrorForTests>>
  beforeEach(async () => {
    mirror = await mirrorForTests(await newDatabase())
  })
  afterEach(() => mirror.close())

  const start = () =>
    startFollower({ ...tenant.environment, ...mirror.place, GRANTBOARD_LOOK_SECONDS: '0.1' })

  /** Follows for so many calls of this kind, and is killed before or while the last one's answer is kept. */
  async function followFor(calls: number, path: RegExp) {
    const before = callsTo(path)
    const follower = start()
    await vi.waitUntil(() => callsTo(path) >= before + calls, { timeout: 20_000, interval: 1 })
    await follower.kill()
    // The next one need not wait until it may.
    await mirror.db.deleteFrom('leases').execute()
  }

  async function followToTheEnd(reached = async () => true) {
    const follower = start()
    await mirror.until(async ({ synchronized_at }) => synchronized_at !== null && (await reached()))
    await mirror.upToDate()
    await follower.kill()
    await mirror.db.deleteFrom('leases').execute()
  }

  const issued = async () => (await worker.tokens(mirror.db))?.issued ?? 0

  test('in the middle of a full synchronization goes on where it was', async () => {
    const [before, kills] = [callsTo(lists), [1, 2]]
    for (const calls of kills) await followFor(calls, lists)
    expect(await mirror.until(() => true)).toMatchObject({ synchronized_at: null, generation: 1 })
    await followToTheEnd()

    const parts = Math.ceil(clientCount / 100) + 3 // of clients, and of APIs, client grants and settings
    expect(callsTo(lists) - before).toBeLessThanOrEqual(parts + kills.length)
    expect(await mirror.until(() => true)).toMatchObject({ generation: 1, log_gap: null })
    const kept = await mirror.db.selectFrom('mirror_clients').select('id').execute()
    expect(new Set(kept.map(({ id }) => id)).size).toBe(kept.length)
    expect(kept.length).toBe(await countClients())
  })

  test('in the middle of folding the log counts nothing twice and loses nothing', async () => {
    await followToTheEnd()
    const made = await inChunks(20, (n) => management((api) => api.clients.create({ name: `late ${n}` })))
    await inChunks(tokenCount, () => worker.ask())
    for (const calls of [3, 2]) await followFor(calls, /GET \/api\/v2\/logs/)
    await followToTheEnd(async () => (await issued()) >= tokenCount)

    expect(await issued()).toBe(tokenCount)
    const ids = made.map(({ client_id }) => `client ${client_id}`)
    const recorded = await mirror.db
      .selectFrom('changes')
      .select('object')
      .where('object', 'in', ids)
      .execute()
    expect(recorded.map(({ object }) => object).sort()).toEqual(ids.sort())
  })
})

const lists = /\(background\) GET \/api\/v2\/(clients|resource-servers|client-grants|tenants\/settings)$/

const callsTo = (path: RegExp) => tenant.proxy.seen().filter((call) => path.test(call)).length

async function countClients() {
  const { response } = await management((api) =>
    api.clients.list({ is_global: false, include_totals: true, per_page: 1 }),
  )
  return response.total
}

/** Does it so often, eight at a time. */
async function inChunks<T>(times: number, work: (n: number) => Promise<T>): Promise<T[]> {
  const results: T[] = []
  for (let start = 0; start < times; start += 8) {
    const chunk = Array.from({ length: Math.min(8, times - start) }, (_, index) => work(start + index))
    results.push(...(await Promise.all(chunk)))
  }
  return results
}
