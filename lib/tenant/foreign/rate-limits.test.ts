import { ManagementClient } from 'auth0'
import { ManagementClient as ManagementClient4 } from 'auth0-v4'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { auth0RateLimits } from '../rate-limit/rate-limits.ts'
import { management, startTestTenant, type TestTenant } from '../test-tenant.ts'

let tenant: TestTenant
beforeAll(async () => {
  tenant = await startTestTenant({ tls: true, rateLimits: auth0RateLimits.free })
})
afterAll(() => tenant.stop())

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
  // Its four tries fall into three seconds or more, one of which may be used up already: two a second are let through.
  const answers = await Promise.all(Array.from({ length: 4 }, () => auth0.tenants.getSettings()))
  expect(answers.map(({ status }) => status)).toEqual(Array(4).fill(200))
})
