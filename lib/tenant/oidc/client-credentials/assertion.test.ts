import { randomUUID } from 'node:crypto'
import * as oidc from 'openid-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabases } from '../../../database/test-databases.ts'
import { Browser } from '../testing/browser.ts'
import { keyClient, presenting } from '../testing/key-client.ts'
import { credentials } from '../testing/relying-party.ts'
import { callback, startOidc } from '../testing/start-oidc.ts'
import { orders, tokenEndpoint } from '../testing/token-endpoint.ts'

const grantTypes = ['client_credentials', 'authorization_code', 'refresh_token']
const http = { execute: [oidc.allowInsecureRequests] }

describe.each(testDatabases)('private_key_jwt on $dialect', ({ newDatabase }) => {
  let tenant: Awaited<ReturnType<typeof startOidc>>
  let endpoint: ReturnType<typeof tokenEndpoint>
  let signer: Awaited<ReturnType<typeof keyClient>>
  let key: Awaited<ReturnType<typeof signer.addKey>>
  beforeAll(async () => {
    tenant = await startOidc({ databaseUrl: await newDatabase() })
    endpoint = tokenEndpoint(tenant)
    signer = await keyClient(tenant, 'signer', grantTypes)
    key = await signer.addKey('RS256')
    await tenant.storage.clientGrants.insert({
      id: 'cgr_signer',
      client_id: 'signer',
      audience: orders,
      subject_type: 'client',
      scope: ['read:orders'],
    })
  })
  afterAll(() => tenant.stop())

  const ask = (assertion: string, more = {}) =>
    endpoint.asForm({
      grant_type: 'client_credentials',
      audience: orders,
      ...presenting(assertion),
      ...more,
    })

  test.each(['RS256', 'RS384', 'PS256'] as const)('a %s assertion gets a token', async (alg) => {
    const { sign } = await signer.addKey(alg)
    expect((await ask(await sign())).status).toBe(200)
    expect((await ask(await sign(), { client_id: 'signer' })).status).toBe(200)
  })

  test('the issuer and the token endpoint are both its audience, in https too; a key id may be left out', async () => {
    const https = tenant.issuer.replace('http:', 'https:')
    for (const base of [tenant.issuer, https]) {
      expect((await ask(await key.sign({ aud: base }))).status).toBe(200)
      expect((await ask(await key.sign({ aud: [`${base}oauth/token`, 'other'] }))).status).toBe(200)
    }
    expect((await ask(await key.sign({}, {}))).status).toBe(200)
  })

  const now = () => Math.floor(Date.now() / 1000)
  test.each([
    ['for another audience', () => key.sign({ aud: 'https://other.example/' })],
    ['of another issuer', () => key.sign({ iss: 'worker' })],
    ['that has expired', () => key.sign({ exp: now() - 60 })],
    ['that never expires', () => key.sign({ exp: undefined })],
    ['that is valid for an hour', () => key.sign({ exp: now() + 3600 })],
    ['from the future', () => key.sign({ iat: now() + 3600 })],
    ['without an id', () => key.sign({ jti: undefined })],
    ['with an unknown key id', () => key.sign({}, { kid: 'other-key-id' })],
    ['of an algorithm the credential is not for', () => key.sign({}, { alg: 'PS256', kid: key.kid })],
    ['of a credential that has expired', () => signWith({ expires_at: new Date(0).toISOString() })],
    ['of a credential that is not enabled', () => signWith({}, false)],
    ['of another client', () => key.sign({ iss: 'worker', sub: 'worker' })],
    ['of an unknown client', () => key.sign({ iss: 'nobody', sub: 'nobody' })],
    ['without a client', () => key.sign({ sub: undefined })],
  ])('an assertion %s is refused', async (_, sign) => {
    // Whether the runtime can sign so at all is not what this is about.
    const assertion = await sign().catch(async () => forged(await key.sign()))
    const { status, body } = await ask(assertion)
    expect({ status, body }).toEqual({
      status: 401,
      body: { error: 'access_denied', error_description: 'Unauthorized' },
    })
  })

  const signWith = async (...of: [object, boolean?]) => (await signer.addKey('RS256', ...of)).sign()
  const forged = (assertion: string) => `${assertion.slice(0, -4)}AAAA`

  test('a forged signature is refused, and so is none at all', async () => {
    const [, claims = ''] = (await key.sign()).split('.')
    const none = Buffer.from('{"alg":"none"}').toString('base64url')
    expect((await ask(forged(await key.sign()))).status).toBe(401)
    expect((await ask(`${none}.${claims}.`)).status).toBe(401)
  })

  test('one assertion gets one token, however many ask at once', async () => {
    const assertion = await key.sign()
    const statuses = await Promise.all(Array.from({ length: 6 }, async () => (await ask(assertion)).status))
    expect(statuses.sort()).toEqual([200, 401, 401, 401, 401, 401])
  })

  test('and it is used up for the other grants', async () => {
    const assertion = await key.sign()
    expect((await ask(assertion)).status).toBe(200)
    const again = await ask(assertion, { grant_type: 'refresh_token', refresh_token: 'x' })
    expect(again.body.error).toBe('access_denied')
    const fresh = await ask(await key.sign(), { grant_type: 'refresh_token', refresh_token: 'x' })
    expect(fresh.body.error).toBe('invalid_grant')
  })

  test('a deleted credential is dead at once', async () => {
    const { id, sign } = await signer.addKey('RS256')
    expect((await ask(await sign())).status).toBe(200)
    await tenant.storage.clientCredentials.delete('signer', id)
    expect((await ask(await sign())).status).toBe(401)
  })

  test('a secret is no substitute for a key, nor a key for a secret', async () => {
    const secret = { client_id: 'signer', client_secret: 'signer-secret', audience: orders }
    await tenant.storage.clients.update('signer', (client) => ({ ...client, client_secret: 'signer-secret' }))
    expect((await endpoint.asForm({ grant_type: 'client_credentials', ...secret })).status).toBe(401)
    expect((await ask(await key.sign({ iss: 'worker', sub: 'worker' }))).status).toBe(401)
  })

  test.each([
    ['an unknown type', { client_assertion_type: 'x' }, 'client_assertion_type must have value'],
    ['no type', { client_assertion_type: '' }, 'Missing required parameter: client_assertion_type'],
    ['no JWT', { client_assertion: 'x' }, 'invalid client_assertion format'],
    ['another client_id', { client_id: 'worker' }, 'client_id mismatch'],
    ['a secret besides', { client_secret: 'x' }, 'only be provided using one mechanism'],
  ])('%s is an invalid request', async (_, change, sentence) => {
    const { status, body } = await ask(await key.sign(), change)
    expect({ status, error: body.error }).toEqual({ status: 400, error: 'invalid_request' })
    expect(body.error_description).toContain(sentence)
  })

  test('openid-client signs in, refreshes and asks for its own token with it', async () => {
    const { id, privateKey } = await signer.addKey('PS256')
    const authentication = oidc.PrivateKeyJwt({ key: privateKey, kid: await kidOf(id) })
    const config = await oidc.discovery(new URL(tenant.issuer), 'signer', undefined, authentication, http)
    const own = await oidc.clientCredentialsGrant(config, { audience: orders })
    expect(own.scope).toBe('read:orders')

    const verifier = oidc.randomPKCECodeVerifier()
    const url = oidc.buildAuthorizationUrl(config, {
      redirect_uri: callback,
      scope: 'openid offline_access',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state: randomUUID(),
    })
    const browser = new Browser()
    const { next } = await browser.follow((await browser.follow(url)).at, credentials)
    const tokens = await oidc.authorizationCodeGrant(config, next ?? url, {
      pkceCodeVerifier: verifier,
      expectedState: oidc.skipStateCheck,
    })
    await expect(oidc.refreshTokenGrant(config, String(tokens.refresh_token))).resolves.toHaveProperty(
      'id_token',
    )
  })

  const kidOf = async (id: string) => (await tenant.storage.clientCredentials.find('signer', id))?.kid
})
