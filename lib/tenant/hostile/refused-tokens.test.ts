import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { exportJWK, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openKeyring } from '../encryption-key.ts'
import { relyingParty } from '../oidc/testing/relying-party.ts'
import { callback, password } from '../oidc/testing/start-oidc.ts'
import { openStorage } from '../storage/open.ts'
import type { StoredSigningKey } from '../storage/storage.ts'
import { management, request, startTestTenant, type TestTenant } from '../test-tenant.ts'

let tenant: TestTenant
let key: StoredSigningKey
beforeAll(async () => {
  tenant = await startTestTenant({
    seed: {
      appBaseUrl: 'http://localhost:3000',
      management,
      dashboard: { clientId: 'dashboard', clientSecret: 'dashboard-secret' },
      admin: { email: 'ada@example.com', password },
    },
  })
  const { dataDir } = tenant
  const storage = await openStorage({ dataDir, encryptionKey: openKeyring(dataDir, undefined).newest })
  const [current] = (await storage.signingKeys.list()).filter(({ state }) => state === 'current')
  if (!current) throw new Error('The tenant has no current key')
  key = current
  await storage.close()
})
afterAll(() => tenant.stop())

const use = (bearer: string) => tenant.call('GET', '/clients', undefined, bearer)

/** A token that the tenant could have made but for what is changed here. */
function signed(header: JWTHeaderParameters | { [key: string]: unknown } = {}, claims: JWTPayload = {}) {
  const now = Math.floor(Date.now() / 1000)
  const payload = {
    iss: tenant.issuer,
    aud: `${tenant.issuer}api/v2/`,
    scope: 'read:clients',
    iat: now,
    exp: now + 60,
    ...claims,
  }
  return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid, ...header })
}
const own = (...changes: Parameters<typeof signed>) =>
  signed(...changes).sign(createPrivateKey(key.privateKey))

describe('the Management API', () => {
  it.each(['JWT', 'at+jwt'])('takes a token of the type %s', async (typ) => {
    expect((await use(await own({ typ }))).status).toBe(200)
  })

  it.each([
    ['of another type', { typ: 'logout+jwt' }, {}],
    ['of no type', { typ: undefined }, {}],
    ['that names another algorithm of the same key', { alg: 'RS512' }, {}],
    ['that names a key nobody has', { kid: 'nobody' }, {}],
    ['that names no key', { kid: undefined }, {}],
    ['that is valid from tomorrow on', {}, { nbf: Math.floor(Date.now() / 1000) + 86400 }],
    ['that never ends', {}, { exp: undefined }],
    ['for no audience', {}, { aud: undefined }],
    ['of no issuer', {}, { iss: undefined }],
    ['of the issuer without its slash', {}, { iss: 'http://localhost' }],
  ])('refuses a token %s', async (_, header, claims) => {
    const refused = await use(await own(header, claims))
    expect(refused).toMatchObject({ status: 401, body: { statusCode: 401, error: 'Unauthorized' } })
    expect(refused.headers.get('www-authenticate')).toMatch(/^Bearer error=/)
  })

  it('refuses a token that brings its own key, whichever way', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const jwk = await exportJWK(publicKey)
    for (const header of [
      {},
      { jwk },
      { jku: 'https://evil.example/jwks.json' },
      { kid: '../../etc/passwd' },
    ]) {
      expect((await use(await signed(header).sign(privateKey))).status).toBe(401)
    }
    const unknown = signed({ crit: ['x'], x: 1 }).sign(createPrivateKey(key.privateKey), {
      crit: { x: true },
    })
    expect((await use(await unknown)).status).toBe(401)
  })

  it('refuses a token for another API of the tenant', async () => {
    const audience = 'https://orders.example'
    await tenant.call('POST', '/resource-servers', {
      identifier: audience,
      scopes: [{ value: 'read:clients' }],
    })
    await tenant.call('POST', '/client-grants', {
      client_id: management.clientId,
      audience,
      scope: ['read:clients'],
    })
    const { body } = await request(new URL('oauth/token', tenant.issuer), {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: management.clientId,
        client_secret: management.clientSecret,
        audience,
      }),
    })
    expect(await use(String(body.access_token))).toMatchObject({
      status: 401,
      body: { message: `Bad audience: ${audience}` },
    })
  })

  it('refuses what people are given when they sign in', async () => {
    await tenant.call('PATCH', '/clients/dashboard', { callbacks: [callback] })
    const { tokens } = await (await relyingParty(tenant.issuer)).signIn()
    const { id_token, access_token, refresh_token } = tokens
    expect(await use(String(id_token))).toMatchObject({
      status: 401,
      body: { message: 'Bad audience: dashboard' },
    })
    for (const opaque of [access_token, refresh_token]) {
      expect([400, 401]).toContain((await use(String(opaque))).status)
    }
  })

  it('refuses tokens of a key from its revocation on', async () => {
    const bearer = await own()
    await tenant.call('POST', '/keys/signing/rotate')
    expect((await use(bearer)).status).toBe(200)
    expect((await tenant.call('PUT', `/keys/signing/${key.kid}/revoke`)).status).toBe(200)
    await vi.waitFor(async () => expect((await use(bearer)).status).toBe(401), 10_000)
    expect((await use(await own())).status).toBe(401)
  })
})
