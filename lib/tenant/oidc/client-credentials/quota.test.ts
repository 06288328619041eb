import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabases } from '../../../database/test-databases.ts'
import { client, startOidc } from '../testing/start-oidc.ts'
import { orders, tokenEndpoint, worker } from '../testing/token-endpoint.ts'

type Quota = { per_hour?: number; per_day?: number; enforce?: boolean }

describe.each(testDatabases)('token quotas on $dialect', ({ newDatabase }) => {
  let tenant: Awaited<ReturnType<typeof startOidc>>
  let endpoint: ReturnType<typeof tokenEndpoint>
  beforeAll(async () => {
    tenant = await startOidc({ databaseUrl: await newDatabase() })
    endpoint = tokenEndpoint(tenant)
  })
  afterAll(() => tenant.stop())

  let clients = 0
  /** A new client with this quota that may call the orders API, and how it asks for a token. */
  async function clientWith(quota: Quota | undefined) {
    const client_id = `quota-${clients++}`
    await tenant.storage.clients.insert({
      ...client({ client_id }),
      ...(quota && { token_quota: { client_credentials: quota } }),
    })
    await tenant.storage.clientGrants.insert({
      id: `cgr_${client_id}`,
      client_id,
      audience: orders,
      subject_type: 'client',
      scope: [],
    })
    const ask = () => endpoint.asForm({ ...worker, client_id, client_secret: `${client_id}-secret` })
    return { client_id, ask }
  }

  test('every answer says what is left, in both buckets', async () => {
    const { ask } = await clientWith({ per_hour: 5, per_day: 50 })
    await ask()
    const header = (await ask()).headers.get('auth0-client-quota-limit')
    expect(header).toMatch(/^b=per_hour;q=5;r=3;t=\d+,b=per_day;q=50;r=48;t=\d+$/)
    const [hour, day] = [...String(header).matchAll(/t=(\d+)/g)].map(([, seconds]) => Number(seconds))
    expect(hour).toBeGreaterThan(0)
    expect(hour).toBeLessThanOrEqual(3600)
    expect(day).toBeLessThanOrEqual(86_400)
  })

  test('beyond the quota there is no token, and the answer says when there will be', async () => {
    const { ask, client_id } = await clientWith({ per_hour: 2, per_day: 50 })
    await ask()
    await ask()
    const { status, body, headers } = await ask()
    expect({ status, body }).toEqual({
      status: 429,
      body: { error: 'too_many_requests', error_description: 'Client quota exceeded' },
    })
    expect(headers.get('x-ratelimit-limit')).toBe('2')
    expect(headers.get('x-ratelimit-remaining')).toBe('0')
    const reset = Number(headers.get('x-ratelimit-reset'))
    expect(reset % 3600).toBe(0)
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(3600)
    expect(await tenant.events('feccft', client_id)).toMatchObject([{ description: 'Client quota exceeded' }])
  })

  test('a refused token is counted in no bucket', async () => {
    const { ask } = await clientWith({ per_hour: 1, per_day: 50 })
    await ask()
    await ask()
    expect((await ask()).headers.get('auth0-client-quota-limit')).toMatch(/r=0;t=\d+,b=per_day;q=50;r=49;/)
  })

  test('however many ask at once, no more than the quota are issued', async () => {
    const { ask } = await clientWith({ per_day: 5 })
    const statuses = await Promise.all(Array.from({ length: 12 }, async () => (await ask()).status))
    expect(statuses.filter((status) => status === 200)).toHaveLength(5)
    expect(statuses.filter((status) => status === 429)).toHaveLength(7)
  })

  test('a quota that is not enforced counts and warns', async () => {
    const { ask, client_id } = await clientWith({ per_hour: 2, enforce: false })
    for (const left of [1, 0, 0]) {
      const { status, headers } = await ask()
      expect(status).toBe(200)
      expect(headers.get('auth0-client-quota-limit')).toContain(`q=2;r=${left};`)
    }
    expect(await tenant.events('token_quota_consumption_warning', client_id)).toHaveLength(1)
  })

  test('the log is warned once each at 60, 80 and 100 percent', async () => {
    const { ask, client_id } = await clientWith({ per_hour: 5 })
    for (let token = 0; token < 7; token++) await ask()
    const warnings = await tenant.events('token_quota_consumption_warning', client_id)
    expect(warnings.map(({ details }) => details)).toEqual(
      [
        [60, 3],
        [80, 4],
        [100, 5],
      ].map(([quota_consumption_percentage, quota_consumption]) => ({
        bucket: 'per_hour',
        entity_type: 'client',
        entity_id: client_id,
        quota: 5,
        quota_consumption_percentage,
        quota_consumption,
      })),
    )
  })

  test('the tenant’s quota holds for clients without one of their own', async () => {
    const client_credentials = { per_hour: 1 }
    const [plain, own] = [await clientWith(undefined), await clientWith({ per_hour: 9 })]
    expect((await plain.ask()).headers.get('auth0-client-quota-limit')).toBeNull()

    await tenant.storage.settings.update((settings) => ({
      ...settings,
      default_token_quota: { clients: { client_credentials } },
    }))
    await plain.ask()
    expect((await plain.ask()).status).toBe(429)
    expect((await own.ask()).headers.get('auth0-client-quota-limit')).toContain('q=9;r=8;')
    await tenant.storage.settings.update(({ default_token_quota: _, ...settings }) => settings)
    expect((await plain.ask()).status).toBe(200)
  })
})
