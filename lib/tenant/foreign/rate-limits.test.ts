import { ManagementClient } from 'auth0'
import { ManagementClient as ManagementClient4 } from 'auth0-v4'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { auth0RateLimits } from '../rate-limit/rate-limits.ts'
import { management, startTestTenant, type TestTenant } from '../test-tenant.ts'

// Each has a tenant of its own: a burst leaves nothing of a second to the next test, whose tries would be too few.
let tenant: TestTenant
beforeEach(async () => {
  tenant = await startTestTenant({ tls: true, rateLimits: auth0RateLimits.free })
})
afterEach(() => tenant.stop())

const options = () => ({ domain: new URL(tenant.issuer).host, ...management })

it('version 7 of the auth0 package gets through a burst by its retries', async () => {
  const auth0 = new ManagementClient(options())
  const answers = await Promise.all(Array.from({ length: 6 }, () => auth0.tenants.settings.get()))
  expect(answers).toHaveLength(6)
})

it('without them it is told of the limit', async () => {
  const auth0 = new ManagementClient({ ...options(), maxRetries: 0 })
  const burst = Array.from({ length: 12 }, () => auth0.tenants.settings.get())
  await expect(Promise.all(burst)).rejects.toMatchObject({
    statusCode: 429,
    body: { errorCode: 'too_many_requests' },
  })
  await Promise.allSettled(burst)
})

it('version 4 gets through too', async () => {
  const auth0 = new ManagementClient4(options())
  const answers = await Promise.all(Array.from({ length: 6 }, () => auth0.tenants.getSettings()))
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200))
})
