import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportSPKI, generateKeyPair } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { tenantForTests } from '../../bin/tenant-for-tests.ts'
import { apply } from '../changes/apply'
import { readChanges } from '../changes/records'
import { management } from '../management/management'

const ada = { email: 'ada@grantboard.example' }
const scopes = ['read:a', 'read:b']

let tenant: Awaited<ReturnType<typeof tenantForTests>>
beforeAll(async () => {
  tenant = await tenantForTests()
  Object.assign(process.env, tenant.environment)
})
afterEach(() => tenant.proxy.breakLine())
afterAll(() => tenant.stop())

describe('a token', () => {
  test.each([
    ['RS256', 'client_secret_post'],
    ['RS256', 'client_secret_basic'],
    ['HS256', 'client_secret_post'],
  ] as const)('of an API with %s is asked for by %s and verified', async (signing_alg, method) => {
    const { apiId, clientId } = await parties({ signing_alg }, { token_endpoint_auth_method: method })

    const { status, issued, answer } = await request(clientId, apiId)

    expect(status).toBe(200)
    expect(issued?.signature).toMatchObject({ valid: true })
    expect(answer.start).toBe('HTTP/1.1 200 OK')
    expect(JSON.parse(answer.body)).toMatchObject({ token_type: 'Bearer', scope: 'read:a read:b' })
  })

  test('whose key is published for another algorithm is said not to be verifiable, and why', async () => {
    const { apiId, clientId } = await parties({ signing_alg: 'PS256' })
    const path = '/.well-known/jwks.json'
    const { keys } = await (await fetch(new URL(path, tenant.issuer))).json()
    const body = JSON.stringify({ keys: keys.map((key: object) => ({ ...key, alg: 'RS256' })) })
    tenant.proxy.breakLine({ kind: 'answer', path, status: 200, body })

    const { issued } = await request(clientId, apiId)

    tenant.proxy.breakLine()
    expect(issued?.signature).toMatchObject({
      valid: false,
      because: expect.stringMatching(/its flag remove_alg_from_jwks/),
    })
  })

  test('and the secret are in no record; that it was asked for is', async () => {
    const { apiId, clientId, secret } = await parties()

    const { issued, answer } = await request(clientId, apiId)

    const [latest] = (await readChanges(0, 1)).changes
    expect(latest).toMatchObject({
      kind: 'client.request_token',
      author: ada.email,
      state: 'applied',
      subject: { clientId, apiId },
      after: { status: 200 },
    })
    const files = ['dashboard.db', 'dashboard.db-wal'].map((name) =>
      readFileSync(join(tenant.environment.DATA_DIR, name), 'latin1'),
    )
    const kept = files.join()
    expect(kept).toContain(clientId)
    expect(kept).not.toContain(secret)
    expect(kept).not.toContain(issued?.token.slice(0, 40))
    expect(answer.body).not.toContain(issued?.token)
  })
})

describe('what the tenant says is shown as it is', () => {
  test('a refusal', async () => {
    const { apiId, clientId } = await parties()

    const { status, answer, issued } = await request(clientId, apiId, ['read:x'])

    expect(status).toBe(403)
    expect(JSON.parse(answer.body).error_description).toBe('Client has not been granted scopes: read:x')
    expect(issued).toBeUndefined()
  })

  test.each<[string, number, string, Record<string, string>]>([
    ['too many requests', 429, '{"error":"too_many_requests"}', { 'retry-after': '7' }],
    ['an error page', 500, '<h1>Bad</h1>', { 'content-type': 'text/html' }],
    ['half of an answer', 200, '{"access_token": "ey', {}],
    ['a redirect', 302, '', { location: 'http://127.0.0.1:9/elsewhere' }],
  ])('%s', async (_, status, body, headers) => {
    const { apiId, clientId } = await parties()
    tenant.proxy.breakLine({ kind: 'answer', path: '/oauth/token', status, body, headers })

    const exchange = await request(clientId, apiId)

    expect(exchange.status).toBe(status)
    expect(exchange.issued).toBeUndefined()
    if (body.startsWith('<')) expect(exchange.answer.body).toBe(body)
    if (headers['retry-after']) expect(exchange.answer.headers).toContainEqual(['retry-after', '7'])
    if (headers.location) expect(exchange.answer.headers).toContainEqual(['location', headers.location])
  })

  test('something endless is cut', async () => {
    const { apiId, clientId } = await parties()
    const body = 'x'.repeat(1_000_000)
    tenant.proxy.breakLine({ kind: 'answer', path: '/oauth/token', status: 200, body })

    const { answer } = await request(clientId, apiId)

    expect(answer.body).toHaveLength(64 * 1024 + 1)
  })

  test('nothing at all is a failure that is recorded', async () => {
    const { apiId, clientId } = await parties()
    tenant.proxy.breakLine({ kind: 'drop', path: '/oauth/token' })

    await expect(request(clientId, apiId)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/can’t be reached\. It is not known whether it issued a token/),
    })
    const [latest] = (await readChanges(0, 1)).changes
    expect(latest).toMatchObject({ kind: 'client.request_token', state: 'failed' })
  })

  test('its keys are not there', async () => {
    const { apiId, clientId } = await parties()
    tenant.proxy.breakLine({ kind: 'drop', path: '/.well-known/jwks.json' })

    const { issued } = await request(clientId, apiId)

    expect(issued?.signature).toMatchObject({ because: expect.stringMatching(/keys could not be read/) })
  })
})

test('a client that signs with a key can’t be asked for from here, and nothing is sent', async () => {
  const { apiId, clientId } = await parties()
  const { publicKey } = await generateKeyPair('RS256', { extractable: true })
  const pem = await exportSPKI(publicKey)
  const { id = '' } = await management((api) =>
    api.clients.credentials.create(clientId, { credential_type: 'public_key', name: 'key', pem }),
  )
  await management((api) =>
    api.clients.update(clientId, {
      client_authentication_methods: { private_key_jwt: { credentials: [{ id }] } },
      token_endpoint_auth_method: null,
    }),
  )
  const before = tenant.proxy.seen().length

  await expect(request(clientId, apiId)).rejects.toMatchObject({
    message: expect.stringMatching(/private key/),
  })
  expect(tenant.proxy.seen().slice(before)).not.toContain('POST /oauth/token')
})

const request = (clientId: string, apiId: string, asked: string[] = []) =>
  apply({ kind: 'client.request_token', clientId, apiId, scopes: asked }, ada)

async function parties(api: object = {}, client: object = {}) {
  const mark = crypto.randomUUID()
  const { id: apiId = '', identifier = '' } = await management((management) =>
    management.resourceServers.create({
      identifier: `urn:${mark}`,
      signing_alg: 'RS256',
      scopes: scopes.map((value) => ({ value, description: '' })),
      ...api,
    }),
  )
  const { client_id: clientId = '', client_secret: secret = '' } = await management((management) =>
    management.clients.create({ name: mark, grant_types: ['client_credentials'], ...client }),
  )
  await management((management) =>
    management.clientGrants.create({ client_id: clientId, audience: identifier, scope: scopes }),
  )
  return { apiId, clientId, secret }
}
