import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOidc } from '../testing/start-oidc.ts'
import { orders, tokenEndpoint, worker } from '../testing/token-endpoint.ts'

let tenant: Awaited<ReturnType<typeof startOidc>>
let endpoint: ReturnType<typeof tokenEndpoint>
beforeAll(async () => {
  tenant = await startOidc()
  endpoint = tokenEndpoint(tenant)
})
afterAll(() => tenant.stop())

test('a token is noted with who asked for it, from where, and for what', async () => {
  const sdk = { name: 'node-auth0', version: '7.1.0' }
  await endpoint.asForm(worker, {
    'user-agent': 'billing/1.0',
    'auth0-client': Buffer.from(JSON.stringify(sdk)).toString('base64'),
    'x-correlation-id': 'nightly-run',
  })
  expect((await tenant.events('seccft', 'worker')).at(-1)).toEqual({
    date: expect.any(String),
    type: 'seccft',
    description: 'Client Credentials for Access Token',
    client_id: 'worker',
    client_name: 'worker',
    ip: expect.stringMatching(/127\.0\.0\.1|::1/),
    user_agent: 'billing/1.0',
    isMobile: false,
    hostname: 'localhost',
    tenant_name: 'localhost',
    audience: orders,
    scope: 'read:orders write:orders',
    auth0_client: sdk,
    references: { correlation_id: 'nightly-run' },
    details: { actions: { executions: [] } },
    log_id: expect.any(String),
  })
})

test('a token of the RFC 9068 dialect is noted with its id', async () => {
  const dialect = { token_dialect: 'rfc9068_profile' } as const
  await tenant.storage.resourceServers.update(orders, (api) => ({ ...api, ...dialect }))
  const [, payload = ''] = (await endpoint.issue()).split('.')
  await tenant.storage.resourceServers.update(orders, ({ token_dialect: _, ...api }) => api)

  const { jti } = JSON.parse(Buffer.from(payload, 'base64url').toString())
  expect((await tenant.events('seccft', 'worker')).at(-1)).toMatchObject({
    details: { access_token_jti: jti },
  })
})

test.each([
  ['a wrong secret', { client_secret: 'wrong' }, 'worker', 'Unauthorized'],
  ['an unknown client', { client_id: 'nobody' }, 'nobody', 'Unauthorized'],
  ['an unknown API', { audience: 'urn:none' }, 'worker', 'Service not found: urn:none'],
  ['a scope beyond the grant', { scope: 'a' }, 'worker', 'Client has not been granted scopes: a'],
])('a refusal is noted: %s', async (_, change, client_id, description) => {
  await endpoint.asForm({ ...worker, ...change })
  expect((await tenant.events('feccft', client_id)).at(-1)).toMatchObject({ type: 'feccft', description })
})

test('who has not proved to be a client can’t write at length into the log', async () => {
  const long = 'x'.repeat(5000)
  await endpoint.asForm({ ...worker, client_id: long, audience: long, scope: long })
  const [entry] = await tenant.events('feccft', 'x'.repeat(64))
  expect(JSON.stringify(entry).length).toBeLessThan(1000)
})

test('no secret and no token is ever noted', async () => {
  const token = await endpoint.issue()
  await endpoint.asForm({ ...worker, client_secret: 'a-secret-with-a-typo' })
  const entries = [...(await tenant.events('seccft', 'worker')), ...(await tenant.events('feccft', 'worker'))]
  expect(entries.length).toBeGreaterThan(4)
  for (const secret of ['worker-secret', 'a-secret-with-a-typo', token]) {
    expect(JSON.stringify(entries)).not.toContain(secret)
  }
})
