import { afterEach, describe, expect, it, vi } from 'vitest'
import { testDatabases } from '../../database/test-databases.ts'
import { request, startTestTenant, type TestTenant } from '../test-tenant.ts'
import { auth0RateLimits, type RateLimits } from './rate-limits.ts'

const now = 1_800_000_000
const unlimited: RateLimits = { management: [], token: [] }

describe.each(testDatabases)('rate limits on $dialect', ({ newDatabase }) => {
  const started: TestTenant[] = []
  /** A tenant for which time stands still, at the beginning of a minute, until a test moves it on. */
  async function start(rateLimits: RateLimits, shared: { dataDir?: string; databaseUrl?: string } = {}) {
    vi.useFakeTimers({ toFake: ['Date'], now: now * 1000 })
    const tenant = await startTestTenant({ databaseUrl: await newDatabase(), rateLimits, ...shared })
    started.push(tenant)
    return tenant
  }
  afterEach(async () => {
    vi.useRealTimers()
    for (const tenant of started.splice(0).reverse()) await tenant.stop()
  })

  const statuses = async (count: number, ask: () => Promise<{ status: number }>) => {
    const answers = await Promise.all(Array.from({ length: count }, ask))
    return answers.map(({ status }) => status).sort()
  }

  it('let through as many calls of the Management API as a free tenant has a second', async () => {
    const { call } = await start(auth0RateLimits.free)
    const { status, headers } = await call('GET', '/clients')
    expect(status).toBe(200)
    expect(limits(headers)).toEqual({ limit: '2', remaining: '1', reset: `${now + 1}`, retryAfter: null })
    const missing = await call('GET', '/clients/nobody')
    expect(missing.status).toBe(404)
    expect(limits(missing.headers).remaining).toBe('0')

    const refused = await call('GET', '/clients')
    expect(limits(refused.headers)).toEqual({
      limit: '2',
      remaining: '0',
      reset: `${now + 1}`,
      retryAfter: '1',
    })
    expect(refused).toMatchObject({
      status: 429,
      body: {
        statusCode: 429,
        error: 'Too Many Requests',
        message: 'Global limit has been reached',
        errorCode: 'too_many_requests',
      },
    })
    vi.setSystemTime((now + 1) * 1000)
    expect(await call('GET', '/clients')).toMatchObject({ status: 200 })
  })

  it('hold for all processes of a tenant together', async () => {
    const databaseUrl = await newDatabase()
    const one = await start({ ...unlimited, management: [{ requests: 7, seconds: 1 }] }, { databaseUrl })
    const other = await start(
      { ...unlimited, management: [{ requests: 7, seconds: 1 }] },
      { databaseUrl, dataDir: one.dataDir },
    )
    const asked = [one, other].map(({ call }) => statuses(10, () => call('GET', '/clients?per_page=1')))
    const answered = (await Promise.all(asked)).flat()
    expect(answered.filter((status) => status === 200)).toHaveLength(7)
    expect(answered.filter((status) => status === 429)).toHaveLength(13)
  })

  it('tell of the nearest of several limits', async () => {
    const management = [
      { requests: 3, seconds: 1 },
      { requests: 4, seconds: 60 },
    ]
    const { call } = await start({ ...unlimited, management })
    expect(await statuses(4, () => call('GET', '/clients'))).toEqual([200, 200, 200, 429])
    vi.setSystemTime((now + 5) * 1000)
    expect(limits((await call('GET', '/clients')).headers)).toMatchObject({ limit: '4', remaining: '0' })
    const refused = await call('GET', '/clients')
    expect(limits(refused.headers)).toEqual({
      limit: '4',
      remaining: '0',
      reset: `${now + 60}`,
      retryAfter: '55',
    })
  })

  it('do not count who has no valid token', async () => {
    const tenant = await start(auth0RateLimits.free)
    expect(await statuses(5, () => tenant.call('GET', '/clients', undefined, 'a.b.c'))).toEqual(
      Array(5).fill(401),
    )
    expect(await tenant.call('GET', '/clients')).toMatchObject({ status: 200 })
  })

  it('let through as many requests for tokens as they say', async () => {
    // The test's own token is the first of the three.
    const tenant = await start({ ...unlimited, token: [{ requests: 3, seconds: 1 }] })
    const ask = () => request(new URL('oauth/token', tenant.issuer), { method: 'POST', body: '' })
    expect(limits((await ask()).headers)).toMatchObject({ limit: '3', remaining: '1' })
    expect((await ask()).status).not.toBe(429)
    expect(await ask()).toMatchObject({
      status: 429,
      body: { error: 'too_many_requests', error_description: 'Global limit has been reached' },
    })
    const jwks = await request(new URL('.well-known/jwks.json', tenant.issuer), {})
    expect(jwks.status).toBe(200)
  })

  it('are noted in the log, once a minute', async () => {
    const tenant = await start({ ...unlimited, management: [{ requests: 2, seconds: 1 }] })
    await statuses(6, () => tenant.call('GET', '/clients'))
    let seconds = 0
    const entries = async () => {
      vi.setSystemTime((now + ++seconds) * 1000)
      return (await tenant.call('GET', '/logs?q=type:api_limit')).body
    }
    await expect.poll(entries).toMatchObject([
      {
        type: 'api_limit',
        description: 'Global limit has been reached',
        client_id: 'management-client',
        details: { request: { method: 'get', path: '/api/v2/clients' }, response: {} },
      },
    ])
  })
})

it('say nothing when there are none', async () => {
  const tenant = await startTestTenant()
  const { headers } = await tenant.call('GET', '/clients')
  expect(limits(headers)).toEqual({ limit: null, remaining: null, reset: null, retryAfter: null })
  await tenant.stop()
})

const limits = (headers: Headers) => ({
  limit: headers.get('x-ratelimit-limit'),
  remaining: headers.get('x-ratelimit-remaining'),
  reset: headers.get('x-ratelimit-reset'),
  retryAfter: headers.get('retry-after'),
})
