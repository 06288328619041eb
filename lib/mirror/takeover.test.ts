import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { tenantForTests } from '../../bin/tenant-for-tests.ts'
import { newDatabase } from '../database/test-databases.ts'
import { management } from '../management/management'
import { mirrorForTests } from './testing/follower'
import { startFollower } from './testing/start-follower.ts'

let tenant: Awaited<ReturnType<typeof tenantForTests>>
let mirror: Awaited<ReturnType<typeof mirrorForTests>>
let processes: ReturnType<typeof startFollower>[]
beforeAll(async () => {
  tenant = await tenantForTests()
  Object.assign(process.env, tenant.environment)
})
afterAll(() => tenant.stop())
beforeEach(async () => {
  mirror = await mirrorForTests(await newDatabase())
  const environment = { ...tenant.environment, ...mirror.place, GRANTBOARD_LOOK_SECONDS: '0.1' }
  processes = [startFollower(environment), startFollower(environment)]
})
afterEach(async () => {
  await Promise.all(processes.map(({ kill }) => kill()))
  await mirror.close()
})

/** The one of the processes that follows the tenant. */
const leader = async () => {
  const leases = await mirror.db.selectFrom('leases').select('holder').execute()
  return processes.find(({ pid }) => leases.some(({ holder }) => holder.includes(` ${pid} `)))
}
const holds = async (name: string) =>
  (await mirror.db.selectFrom('clients').select('id').where('name', '=', name).execute()).length === 1

test('of two dashboards on one database one follows, and the other takes over when it is killed', async () => {
  await mirror.until(({ synchronized_at }) => synchronized_at !== null)
  await mirror.upToDate()
  const [first, before] = [await leader(), tenant.proxy.seen().length]
  await first?.kill()
  const killedAt = performance.now()
  await management((api) => api.clients.create({ name: 'made meanwhile' }))
  await vi.waitUntil(() => holds('made meanwhile'), { timeout: 15_000 })

  expect(performance.now() - killedAt).toBeLessThan(10_000)
  const second = await leader()
  expect(second).toBeDefined()
  expect(second).not.toBe(first)
  expect(tenant.proxy.seen().slice(before)).not.toContain('(background) GET /api/v2/clients')
})
