import * as oidc from 'openid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabases } from '../../database/test-databases.ts'
import { Browser } from '../oidc/testing/browser.ts'
import { startTestTenant, type TestTenant } from '../test-tenant.ts'

const callback = 'http://localhost:4499/callback'
const home = 'http://localhost:4499/'
const audience = 'urn:orders'
const admin = { email: 'ada@example.com', password: 'correct horse battery' }

describe.each(testDatabases)('openid-client on $dialect', ({ newDatabase }) => {
  let tenant: TestTenant
  let app: { client_id: string; client_secret: string }
  beforeAll(async () => {
    const seed = {
      appBaseUrl: home,
      management: { clientId: 'management-client', clientSecret: 'management-secret' },
    }
    tenant = await startTestTenant({ tls: true, databaseUrl: await newDatabase(), seed: { ...seed, admin } })
    await tenant.call('POST', '/resource-servers', {
      identifier: audience,
      scopes: [{ value: 'read:orders' }],
    })
    app = await newClient('client_secret_post')
  })
  afterAll(() => tenant.stop())

  async function newClient(token_endpoint_auth_method: string) {
    const { body } = await tenant.call('POST', '/clients', {
      name: token_endpoint_auth_method,
      app_type: 'regular_web',
      callbacks: [callback],
      allowed_logout_urls: [home],
      grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
      token_endpoint_auth_method,
      oidc_conformant: true,
    })
    const client = { client_id: String(body.client_id), client_secret: String(body.client_secret) }
    const grant = { client_id: client.client_id, audience, scope: ['read:orders'] }
    await tenant.call('POST', '/client-grants', grant)
    return client
  }

  const discover = ({ client_id, client_secret } = app, method?: oidc.ClientAuth) =>
    oidc.discovery(new URL(tenant.issuer), client_id, client_secret, method)

  /** Signs the admin in by the page that people see; resolves with what the client gets for the code. */
  async function signIn(config: oidc.Configuration, browser: Browser) {
    const verifier = oidc.randomPKCECodeVerifier()
    const [state, nonce] = [oidc.randomState(), oidc.randomNonce()]
    const url = oidc.buildAuthorizationUrl(config, {
      redirect_uri: callback,
      scope: 'openid profile email offline_access',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    })
    const form = await browser.follow(url)
    const { next } = form.next ? form : await browser.follow(form.at, admin)
    const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce }
    return oidc.authorizationCodeGrant(config, next ?? form.at, checks)
  }

  it('discovers the tenant', async () => {
    const server = (await discover()).serverMetadata()
    expect(server).toMatchObject({
      issuer: tenant.issuer,
      authorization_endpoint: `${tenant.issuer}authorize`,
      token_endpoint: `${tenant.issuer}oauth/token`,
      jwks_uri: `${tenant.issuer}.well-known/jwks.json`,
      end_session_endpoint: `${tenant.issuer}oidc/logout`,
    })
  })

  it('signs a person in with a code and PKCE, reads who it is, and refreshes', async () => {
    const config = await discover()
    const tokens = await signIn(config, new Browser())
    expect(tokens.claims()).toMatchObject({ sid: expect.any(String), aud: app.client_id })
    const sub = String(tokens.claims()?.sub)
    const person = await oidc.fetchUserInfo(config, tokens.access_token, sub)
    expect(person).toMatchObject({ sub, email: admin.email, email_verified: true })

    const fresh = await oidc.refreshTokenGrant(config, tokens.refresh_token ?? '')
    expect(fresh.access_token).not.toBe(tokens.access_token)
    await oidc.tokenRevocation(config, tokens.refresh_token ?? '')
    await expect(oidc.refreshTokenGrant(config, tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    })
  })

  it('signs the person out', async () => {
    const config = await discover()
    const browser = new Browser()
    const tokens = await signIn(config, browser)
    const url = oidc.buildEndSessionUrl(config, {
      id_token_hint: tokens.id_token ?? '',
      post_logout_redirect_uri: home,
      state: 'bye',
    })
    expect((await browser.follow(url)).next?.href).toBe(`${home}?state=bye`)
    const again = oidc.buildAuthorizationUrl(config, {
      redirect_uri: callback,
      scope: 'openid',
      prompt: 'none',
    })
    const { next } = await browser.follow(again)
    expect(next?.searchParams.get('error')).toBe('login_required')
  })

  it.each([
    ['client_secret_post', oidc.ClientSecretPost],
    ['client_secret_basic', oidc.ClientSecretBasic],
  ])('gets a token of its own by %s', async (name, method) => {
    const client = await newClient(name)
    const config = await discover(client, method(client.client_secret))
    expect(await oidc.clientCredentialsGrant(config, { audience })).toMatchObject({
      scope: 'read:orders',
      expires_in: 86400,
    })
    await expect(oidc.clientCredentialsGrant(config, { audience: 'urn:unknown' })).rejects.toMatchObject({
      status: 403,
      error: 'access_denied',
      error_description: 'Service not found: urn:unknown',
    })
  })

  it('gets one by a private key too', async () => {
    const { publicKey, privateKey } = await crypto.subtle.generateKey(
      {
        name: 'RSASSA-PKCS1-v1_5',
        hash: 'SHA-256',
        modulusLength: 2048,
        publicExponent: new Uint8Array([1, 0, 1]),
      },
      true,
      ['sign', 'verify'],
    )
    const spki = Buffer.from(await crypto.subtle.exportKey('spki', publicKey)).toString('base64')
    const pem = `-----BEGIN PUBLIC KEY-----\n${spki}\n-----END PUBLIC KEY-----`
    const credentials = [{ credential_type: 'public_key', name: 'Key', pem }]
    const { body } = await tenant.call('POST', '/clients', {
      name: 'Signer',
      grant_types: ['client_credentials'],
      client_authentication_methods: { private_key_jwt: { credentials } },
    })
    const client_id = String(body.client_id)
    await tenant.call('POST', '/client-grants', { client_id, audience, scope: ['read:orders'] })
    const method = oidc.PrivateKeyJwt(privateKey)
    const config = await oidc.discovery(new URL(tenant.issuer), client_id, undefined, method)
    expect(await oidc.clientCredentialsGrant(config, { audience })).toMatchObject({ scope: 'read:orders' })
  })
})
