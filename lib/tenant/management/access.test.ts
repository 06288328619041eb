import { createPrivateKey, createPublicKey } from 'node:crypto'
import { connect } from 'node:net'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openKeyring } from '../encryption-key.ts'
import { openStorage } from '../storage/open.ts'
import type { StoredSigningKey } from '../storage/storage.ts'
import { request, startTestTenant, type TestTenant } from '../test-tenant.ts'
import { routes } from './routes.ts'

let tenant: TestTenant
let key: StoredSigningKey

beforeAll(async () => {
  tenant = await startTestTenant()
  const { dataDir } = tenant
  const storage = await openStorage({ dataDir, encryptionKey: openKeyring(dataDir, undefined).newest })
  const current = (await storage.signingKeys.list()).find(({ state }) => state === 'current')
  if (!current) throw new Error('The tenant has no current key')
  key = current
  await storage.close()
})
afterAll(() => tenant.stop())

describe('a token', () => {
  const scope = 'read:clients'
  const jwt = (alg = 'RS256') =>
    new SignJWT({ scope })
      .setProtectedHeader({ alg, kid: key.kid, typ: 'JWT' })
      .setIssuedAt()
      .setIssuer(tenant.issuer)
      .setAudience(`${tenant.issuer}api/v2/`)
      .setExpirationTime('1h')
  const privateKey = () => createPrivateKey(key.privateKey)
  const use = (bearer: string) => tenant.call('GET', '/clients', undefined, bearer)

  it('of the tenant for its Management API opens it', async () => {
    expect((await use(await jwt().sign(privateKey()))).status).toBe(200)
  })

  it('for the https name of the Management API opens it too', async () => {
    const audience = `https://${new URL(tenant.issuer).host}/api/v2/`
    expect((await use(await jwt().setAudience(audience).sign(privateKey()))).status).toBe(200)
  })

  it('is refused when it has expired, is for another audience or from another issuer', async () => {
    const expired = await use(await jwt().setExpirationTime('-1h').sign(privateKey()))
    expect(expired).toMatchObject({ status: 401, body: { message: /^Expired token/ } })
    const other = await use(await jwt().setAudience('urn:other').sign(privateKey()))
    expect(other).toMatchObject({ status: 401, body: { message: 'Bad audience: urn:other' } })
    expect((await use(await jwt().setIssuer('https://evil.example/').sign(privateKey()))).status).toBe(401)
  })

  it('is refused without a signature, or signed with the public key as an HS256 secret', async () => {
    const [header, payload] = (await jwt().sign(privateKey())).split('.')
    const none = Buffer.from('{"alg":"none"}').toString('base64url')
    const pem = createPublicKey(key.cert).export({ type: 'spki', format: 'pem' })
    const confused = await jwt('HS256').sign(Buffer.from(pem))
    for (const bearer of [`${none}.${payload}.x`, `${header}.${payload}.AAAA`, confused]) {
      const refused = await use(bearer)
      expect(refused.status).toBe(401)
      expect(refused.headers.get('www-authenticate')).toMatch(/^Bearer error=/)
    }
  })
})

it.each(routes.map(({ method, path }) => [method, path]))('%s %s asks for a token', async (method, path) => {
  const url = new URL(`api/v2${path.replace(/:\w+/g, 'x')}`, tenant.issuer)
  expect(await request(url, { method })).toMatchObject({
    status: 401,
    body: { statusCode: 401, error: 'Unauthorized', message: 'Missing authentication' },
  })
})

it.each(routes.map(({ method, path }) => [method, path]))(
  '%s %s asks for its scope',
  async (method, path) => {
    const bearer = await tenant.tokenFor('read:branding')
    const refused = await tenant.call(method, path.replace(/:\w+/g, 'x'), undefined, bearer)
    expect(refused).toMatchObject({ status: 403, body: { errorCode: 'insufficient_scope' } })
    expect(refused.body.message).toMatch(/^Insufficient scope, expected (any|all) of: [\w:,]+$/)
  },
)

it.each(['Basic YTpi', 'Bearer', 'Bearer not-a-token', 'nonsense'])('refuses "%s"', async (authorization) => {
  const url = new URL('api/v2/clients', tenant.issuer)
  const refused = await request(url, { headers: { authorization } })
  expect(refused).toMatchObject({
    status: 400,
    body: { message: 'Bad HTTP authentication header format' },
  })
})

describe('a body', () => {
  const post = (body: string) => tenant.call('POST', '/clients', body)

  it.each([
    ['broken JSON', '{"name":'],
    ['nothing', ''],
    ['deep JSON', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`],
    ['a prototype', '{"name":"a","__proto__":{"x":1}}'],
    ['a NUL', '{"name":"a\\u0000"}'],
    ['half a character', '{"name":"a\\ud83d"}'],
  ])('of %s is refused', async (_, body) => {
    expect(await post(body)).toMatchObject({ status: 400, body: { errorCode: 'invalid_body' } })
  })

  it('over 1 MB is refused', async () => {
    const refused = await post(JSON.stringify({ name: 'x'.repeat(1024 * 1024) }))
    expect(refused).toMatchObject({ status: 413, body: { error: 'Payload Too Large' } })
  })

  it('of another media type or of broken UTF-8 is refused', async () => {
    const bearer = await tenant.tokenFor('create:clients')
    const send = (type: string, body: BodyInit) =>
      request(new URL('api/v2/clients', tenant.issuer), {
        method: 'POST',
        headers: { authorization: `Bearer ${bearer}`, 'content-type': type },
        body,
      })
    expect((await send('text/plain', '{"name":"a"}')).status).toBe(415)
    const broken = new Uint8Array([...Buffer.from('{"name":"'), 0xff, ...Buffer.from('"}')])
    expect((await send('application/json', broken)).status).toBe(400)
  })
})

it('refuses a path or a query with a NUL', async () => {
  expect(await tenant.call('GET', '/clients/%00')).toMatchObject({
    status: 400,
    body: { errorCode: 'invalid_uri' },
  })
  expect(await tenant.call('GET', '/client-grants?audience=%00')).toMatchObject({
    status: 400,
    body: { errorCode: 'invalid_query_string' },
  })
})

it('answers an unknown path with 404', async () => {
  expect(await tenant.call('GET', '/nonsense')).toMatchObject({
    status: 404,
    body: { statusCode: 404, error: 'Not Found' },
  })
})

it('takes a token with every scope beside the headers of a browser', async () => {
  const url = new URL('api/v2/clients', tenant.issuer)
  const bearer = await tenant.tokenFor()
  const socket = connect(Number(url.port), '127.0.0.1')
  socket.write(
    `GET ${url.pathname} HTTP/1.1\r\nhost: ${url.host}\r\nconnection: close\r\ncookie: s=${'x'.repeat(16_000)}\r\n` +
      `authorization: Bearer ${bearer}\r\n\r\n`,
  )
  let answer = ''
  for await (const chunk of socket) answer += chunk
  expect(bearer.length).toBeGreaterThan(0)
  expect(answer).not.toMatch(/^HTTP\/1\.1 431/)
})
