import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { tenantForTests } from '../../bin/tenant-for-tests.ts'
import { mirrorForTests } from './testing/follower'

let tenant: Awaited<ReturnType<typeof tenantForTests>>
let mirror: Awaited<ReturnType<typeof mirrorForTests>>
beforeAll(async () => {
  tenant = await tenantForTests({ TENANT_RATE_LIMITS: 'paid' }) // 50 calls a second
  Object.assign(process.env, tenant.environment)
  mirror = await mirrorForTests()
})
afterAll(async () => {
  await mirror.close()
  await tenant.stop()
})

test('the mirror takes at most a fifth of the tenant’s rate limit, however much there is to do', async () => {
  mirror.follow(1)
  await mirror.upToDate()
  const [start, began] = [tenant.proxy.seen().length, performance.now()]
  await vi.waitUntil(() => tenant.proxy.seen().length >= start + 41, { timeout: 20_000, interval: 5 })

  // In a second ten; 41 calls are made in five of them, of which the first and the last may be short.
  expect(performance.now() - began).toBeGreaterThan(2_900)
})
