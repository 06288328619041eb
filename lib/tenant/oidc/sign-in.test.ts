import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as oidc from 'openid-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Browser } from './browser.ts'
import { callback, client, password, signedOut, startOidc } from './start-oidc.ts'

let tenant: Awaited<ReturnType<typeof startOidc>>
let config: oidc.Configuration
beforeAll(async () => {
  tenant = await startOidc()
  const http = { execute: [oidc.allowInsecureRequests] }
  config = await oidc.discovery(new URL(tenant.issuer), 'dashboard', 'dashboard-secret', undefined, http)
})
afterAll(() => tenant.stop())

const credentials = { email: 'ada@example.com', password }

async function request(parameters: Record<string, string> = {}) {
  const verifier = oidc.randomPKCECodeVerifier()
  const [state, nonce] = [oidc.randomState(), oidc.randomNonce()]
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: callback,
    scope: 'openid profile email offline_access',
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...parameters,
  })
  return { url, checks: { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce } }
}

async function signIn(browser = new Browser(), parameters: Record<string, string> = {}) {
  const { url, checks } = await request(parameters)
  const form = await browser.follow(url)
  const { next } = form.next ? form : await browser.follow(form.at, credentials)
  if (!next) throw new Error('The sign-in did not end at the client')
  return { browser, tokens: await oidc.authorizationCodeGrant(config, next, checks) }
}

describe('signing in', () => {
  test('ends at the client with an ID token that says who it is', async () => {
    const { tokens } = await signIn()
    expect(tokens.claims()).toMatchObject({
      iss: tenant.issuer,
      aud: 'dashboard',
      sub: 'auth0|ada',
      email: 'ada@example.com',
      email_verified: true,
      name: 'Ada',
      nickname: 'ada',
      sid: expect.any(String),
    })
    await expect(oidc.fetchUserInfo(config, tokens.access_token, 'auth0|ada')).resolves.toMatchObject({
      sub: 'auth0|ada',
      email: 'ada@example.com',
      name: 'Ada',
    })
  })

  test('is not asked for again while the session lasts, and prompt=login asks again', async () => {
    const { browser, tokens } = await signIn()
    const again = await browser.follow((await request()).url)
    expect(again.next?.searchParams.get('code')).toBeTruthy()
    expect((await signIn(browser)).tokens.claims()?.sid).toBe(tokens.claims()?.sid)
    expect((await browser.follow((await request({ prompt: 'login' })).url)).text).toContain('Password')
  })

  test('prompt=none without a session is answered to the client', async () => {
    const { next } = await new Browser().follow((await request({ prompt: 'none' })).url)
    expect(next?.searchParams.get('error')).toBe('login_required')
  })

  test('a refresh token works again and again, a rotating one once', async () => {
    const { tokens } = await signIn()
    const refresh = (token: string | undefined) => oidc.refreshTokenGrant(config, String(token))
    await refresh(tokens.refresh_token)
    await expect(refresh(tokens.refresh_token)).resolves.toHaveProperty('id_token')

    const rotation = { rotation_type: 'rotating' as const, expiration_type: 'expiring' as const }
    await tenant.storage.clients.update('dashboard', (client) => ({ ...client, refresh_token: rotation }))
    const rotated = await refresh(tokens.refresh_token)
    expect(rotated.refresh_token).not.toBe(tokens.refresh_token)
    await expect(refresh(tokens.refresh_token)).rejects.toMatchObject({ error: 'invalid_grant', status: 403 })
    await tenant.storage.clients.update('dashboard', ({ refresh_token: _, ...client }) => client)
  })

  test('nobody who reads the disk can act with what is kept there', async () => {
    const { tokens } = await signIn()
    const files = readdirSync(tenant.dataDir).map((file) =>
      readFileSync(join(tenant.dataDir, file), 'latin1'),
    )
    for (const secret of [tokens.access_token, tokens.refresh_token, password, 'dashboard-secret'])
      expect(files.some((file) => file.includes(String(secret)))).toBe(false)
  })

  test('a revoked refresh token is dead', async () => {
    const { tokens } = await signIn()
    await oidc.tokenRevocation(config, String(tokens.refresh_token))
    await expect(oidc.refreshTokenGrant(config, String(tokens.refresh_token))).rejects.toMatchObject({
      error_description: 'Unknown or invalid refresh token.',
    })
  })

  test('a code is good once and for its verifier only', async () => {
    const { url, checks } = await request()
    const browser = new Browser()
    const { next } = await browser.follow((await browser.follow(url)).at, credentials)
    const other = { ...checks, pkceCodeVerifier: oidc.randomPKCECodeVerifier() }
    await expect(oidc.authorizationCodeGrant(config, next as URL, other)).rejects.toMatchObject({
      error: 'invalid_grant',
    })
    await oidc.authorizationCodeGrant(config, next as URL, checks)
    await expect(oidc.authorizationCodeGrant(config, next as URL, checks)).rejects.toMatchObject({
      error_description: 'Invalid authorization code',
    })
  })

  test('a public client must use PKCE', async () => {
    const url = new URL(`${tenant.issuer}authorize?client_id=spa&response_type=code&scope=openid`)
    url.searchParams.set('redirect_uri', callback)
    const { next } = await new Browser().follow(url)
    expect(next?.searchParams.get('error')).toBe('invalid_request')
  })

  test('a third-party client is refused', async () => {
    const browser = new Browser()
    const form = await browser.follow((await request({ client_id: 'partner' })).url)
    const { next } = await browser.follow(form.at, credentials)
    expect(next?.searchParams.get('error')).toBe('consent_required')
  })
})

describe('the sign-in page', () => {
  test('names the client and the tenant, and escapes what they are called', async () => {
    const name = '<script>alert(1)</script>'
    await tenant.storage.clients.insert(
      client({ client_id: 'odd', name, callbacks: [callback], grant_types: ['authorization_code'] }),
    )
    const { text } = await new Browser().follow(
      (await request({ client_id: 'odd', login_hint: '"><b>' })).url,
    )
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt; asked this tenant')
    expect(text).toContain('value="&quot;&gt;&lt;b&gt;"')
  })

  test('loads nothing from elsewhere and can’t be framed or sent elsewhere', async () => {
    const { response, text } = await new Browser().follow((await request()).url)
    const policy = String(response.headers.get('content-security-policy'))
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("form-action 'self' http://localhost:4299")
    expect(response.headers.get('x-frame-options')).toBe('DENY')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(text.match(/(?:src|href)="(?!\/)/g)).toBeNull()
  })

  test('cookies are out of reach for scripts and other sites', async () => {
    const { response } = await new Browser().open((await request()).url)
    const cookies = response.headers.getSetCookie().filter((cookie) => !cookie.startsWith('tenant_session'))
    expect(cookies.length).toBeGreaterThan(0)
    for (const cookie of cookies) expect(cookie).toMatch(/httponly/i)
    for (const cookie of cookies) expect(cookie).toMatch(/samesite=lax/i)
  })

  test('a wrong password and an unknown address get the same answer; what was typed stays', async () => {
    const browser = new Browser()
    const { at } = await browser.follow((await request()).url)
    const wrong = await browser.follow(at, { ...credentials, password: 'x' })
    const unknown = await browser.follow(at, { email: 'bob@example.com', password: 'x' })
    expect([wrong.response.status, unknown.response.status]).toEqual([400, 400])
    expect(wrong.text).toContain('don’t match')
    expect(unknown.text.replaceAll('bob@', 'ada@')).toBe(wrong.text)
    expect(wrong.text).toContain('value="ada@example.com"')
    expect(wrong.text).not.toContain('value="x"')
  })

  test('the eleventh try for an account waits, however right; another account does not', async () => {
    const browser = new Browser()
    await tenant.storage.users.insert({
      user_id: 'auth0|eve',
      email: 'eve@example.com',
      email_verified: true,
      name: 'Eve',
      passwordHash: 'none',
    })
    const { at } = await browser.follow((await request()).url)
    const tries = Array.from({ length: 11 }, () =>
      browser.open(at, { email: 'Eve@example.com', password: 'x' }),
    )
    const statuses = (await Promise.all(tries)).map(({ response }) => response.status)
    expect(statuses.filter((status) => status === 429)).toHaveLength(1)

    const { response, text } = await browser.open(at, { email: 'eve@example.com', password })
    expect(response.status).toBe(429)
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(290)
    expect(text).toContain('Try again in 5 minutes.')
    expect((await browser.follow(at, credentials)).next?.searchParams.has('code')).toBe(true)
  })

  test('a form from another site, another browser or another attempt signs nobody in', async () => {
    const browser = new Browser()
    const { at } = await browser.follow((await request()).url)
    const foreign = await browser.open(at, credentials, { 'sec-fetch-site': 'cross-site' })
    const stranger = await new Browser().open(at, credentials)
    const other = await browser.open(new URL('/u/login/other', at), credentials)
    for (const { response, text } of [foreign, stranger, other]) {
      expect(response.status).toBe(400)
      expect(text).toContain('This sign-in has expired')
    }
  })

  test('two tabs can sign in side by side', async () => {
    const browser = new Browser()
    const first = await browser.follow((await request()).url)
    const second = await browser.follow((await request()).url)
    expect((await browser.follow(second.at, credentials)).next?.searchParams.has('code')).toBe(true)
    expect((await browser.follow(first.at, credentials)).text).toBeDefined()
  })
})

describe('what can’t be sent back to the client is a page', () => {
  test('a callback that is not allowed', async () => {
    const { response, text, next } = await new Browser().open(
      (await request({ redirect_uri: 'https://evil.example/' })).url,
    )
    expect(response.status).toBe(403)
    expect(next).toBeUndefined()
    expect(text).toContain('Callback URL mismatch')
    expect(text).toContain('https://evil.example/')
  })

  test('an unknown client', async () => {
    const { response, text } = await new Browser().open((await request({ client_id: '<nobody>' })).url)
    expect(response.status).toBe(400)
    expect(text).toContain('This tenant has no client &quot;&lt;nobody&gt;&quot;')
  })

  test('a page that does not exist', async () => {
    expect((await new Browser().open(`${tenant.issuer}nowhere`)).response.status).toBe(404)
  })
})

describe('signing out', () => {
  const isSignedIn = async (browser: Browser) =>
    (await browser.follow((await request({ prompt: 'none' })).url)).next?.searchParams.has('code') ?? false

  test('with an ID token it happens at once, and the client gets its state back', async () => {
    const { browser, tokens } = await signIn()
    expect(await isSignedIn(browser)).toBe(true)
    const url = oidc.buildEndSessionUrl(config, {
      id_token_hint: String(tokens.id_token),
      post_logout_redirect_uri: signedOut,
      state: 'xyz',
    })
    expect((await browser.open(url)).next?.href).toBe(`${signedOut}?state=xyz`)
    expect(await isSignedIn(browser)).toBe(false)
  })

  test('with a client and an allowed address it happens at once', async () => {
    const { browser } = await signIn()
    const url = `${tenant.issuer}oidc/logout?client_id=dashboard&post_logout_redirect_uri=${encodeURIComponent(signedOut)}`
    expect((await browser.open(url)).next?.href).toBe(signedOut)
    expect(await isSignedIn(browser)).toBe(false)
  })

  test('the session is over for whoever kept its cookies, too', async () => {
    const { browser } = await signIn()
    const thief = browser.copy()
    expect(await isSignedIn(thief.copy())).toBe(true)
    await browser.open(`${tenant.issuer}v2/logout?client_id=dashboard`)
    expect(await isSignedIn(thief)).toBe(false)
  })

  test('with neither it asks first', async () => {
    const { browser } = await signIn()
    expect((await browser.open(`${tenant.issuer}oidc/logout`)).text).toContain('Sign out of this tenant?')
    expect(await isSignedIn(browser)).toBe(true)
    expect((await browser.open(`${tenant.issuer}oidc/logout`, {})).text).toContain('You are signed out')
    expect(await isSignedIn(browser)).toBe(false)
  })

  test.each([
    'oidc/logout?client_id=dashboard&post_logout_redirect_uri=',
    'v2/logout?client_id=dashboard&returnTo=',
  ])('%s refuses an address that is not allowed', async (path) => {
    const { browser } = await signIn()
    const { response, text } = await browser.open(`${tenant.issuer}${path}https%3A%2F%2Fevil.example`)
    expect(response.status).toBe(400)
    expect(text).toContain('Logout URL mismatch')
    expect(await isSignedIn(browser)).toBe(true)
  })

  test('a forged ID token is no hint', async () => {
    const { browser, tokens } = await signIn()
    const forged = `${String(tokens.id_token).split('.').slice(0, 2).join('.')}.AAAA`
    const { response } = await browser.open(`${tenant.issuer}oidc/logout?id_token_hint=${forged}`)
    expect(response.status).toBe(400)
    expect(await isSignedIn(browser)).toBe(true)
  })

  test('/v2/logout sends the person to an allowed address of the client or the tenant', async () => {
    const { browser } = await signIn()
    const returnTo = encodeURIComponent(`${signedOut}?reason=idle`)
    const { next } = await browser.open(`${tenant.issuer}v2/logout?client_id=dashboard&returnTo=${returnTo}`)
    expect(next?.href).toBe(`${signedOut}?reason=idle`)
    expect(await isSignedIn(browser)).toBe(false)
  })
})
