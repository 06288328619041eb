import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as oidc from 'openid-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Browser } from './testing/browser.ts'
import { credentials, relyingParty } from './testing/relying-party.ts'
import { callback, client, password, startOidc } from './testing/start-oidc.ts'

let tenant: Awaited<ReturnType<typeof startOidc>>
let rp: Awaited<ReturnType<typeof relyingParty>>
beforeAll(async () => {
  tenant = await startOidc()
  rp = await relyingParty(tenant.issuer)
})
afterAll(() => tenant.stop())

describe('signing in', () => {
  test('ends at the client with an ID token that says who it is', async () => {
    const { tokens } = await rp.signIn()
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
    await expect(oidc.fetchUserInfo(rp.config, tokens.access_token, 'auth0|ada')).resolves.toMatchObject({
      sub: 'auth0|ada',
      email: 'ada@example.com',
      name: 'Ada',
    })
  })

  test('is not asked for again while the session lasts, and prompt=login asks again', async () => {
    const { browser, tokens } = await rp.signIn()
    const again = await browser.follow((await rp.request()).url)
    expect(again.next?.searchParams.get('code')).toBeTruthy()
    expect((await rp.signIn(browser)).tokens.claims()?.sid).toBe(tokens.claims()?.sid)
    expect((await browser.follow((await rp.request({ prompt: 'login' })).url)).text).toContain('Password')
  })

  test('prompt=none without a session is answered to the client', async () => {
    const { next } = await new Browser().follow((await rp.request({ prompt: 'none' })).url)
    expect(next?.searchParams.get('error')).toBe('login_required')
  })

  test('a refresh token works again and again, a rotating one once', async () => {
    const { tokens } = await rp.signIn()
    const refresh = (token: string | undefined) => oidc.refreshTokenGrant(rp.config, String(token))
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
    const { tokens } = await rp.signIn()
    const files = readdirSync(tenant.dataDir).map((file) =>
      readFileSync(join(tenant.dataDir, file), 'latin1'),
    )
    for (const secret of [tokens.access_token, tokens.refresh_token, password, 'dashboard-secret'])
      expect(files.some((file) => file.includes(String(secret)))).toBe(false)
  })

  test('a revoked refresh token is dead', async () => {
    const { tokens } = await rp.signIn()
    await oidc.tokenRevocation(rp.config, String(tokens.refresh_token))
    await expect(oidc.refreshTokenGrant(rp.config, String(tokens.refresh_token))).rejects.toMatchObject({
      error_description: 'Unknown or invalid refresh token.',
    })
  })

  test('a code is good once and for its verifier only', async () => {
    const { url, checks } = await rp.request()
    const browser = new Browser()
    const { next } = await browser.follow((await browser.follow(url)).at, credentials)
    const other = { ...checks, pkceCodeVerifier: oidc.randomPKCECodeVerifier() }
    await expect(oidc.authorizationCodeGrant(rp.config, next as URL, other)).rejects.toMatchObject({
      error: 'invalid_grant',
    })
    await oidc.authorizationCodeGrant(rp.config, next as URL, checks)
    await expect(oidc.authorizationCodeGrant(rp.config, next as URL, checks)).rejects.toMatchObject({
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
    const form = await browser.follow((await rp.request({ client_id: 'partner' })).url)
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
      (await rp.request({ client_id: 'odd', login_hint: '"><b>' })).url,
    )
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt; asked this tenant')
    expect(text).toContain('value="&quot;&gt;&lt;b&gt;"')
  })

  test('loads nothing from elsewhere and can’t be framed or sent elsewhere', async () => {
    const { response, text } = await new Browser().follow((await rp.request()).url)
    const policy = String(response.headers.get('content-security-policy'))
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("form-action 'self' http://localhost:4299")
    expect(response.headers.get('x-frame-options')).toBe('DENY')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(text.match(/(?:src|href)="(?!\/)/g)).toBeNull()
  })

  test('cookies are out of reach for scripts and other sites', async () => {
    const { response } = await new Browser().open((await rp.request()).url)
    const cookies = response.headers.getSetCookie().filter((cookie) => !cookie.startsWith('tenant_session'))
    expect(cookies.length).toBeGreaterThan(0)
    for (const cookie of cookies) expect(cookie).toMatch(/httponly/i)
    for (const cookie of cookies) expect(cookie).toMatch(/samesite=lax/i)
  })

  test('a wrong password and an unknown address get the same answer; what was typed stays', async () => {
    const browser = new Browser()
    const { at } = await browser.follow((await rp.request()).url)
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
    const { at } = await browser.follow((await rp.request()).url)
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
    const { at } = await browser.follow((await rp.request()).url)
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
    const first = await browser.follow((await rp.request()).url)
    const second = await browser.follow((await rp.request()).url)
    expect((await browser.follow(second.at, credentials)).next?.searchParams.has('code')).toBe(true)
    expect((await browser.follow(first.at, credentials)).text).toBeDefined()
  })
})

describe('what can’t be sent back to the client is a page', () => {
  test('a callback that is not allowed', async () => {
    const { response, text, next } = await new Browser().open(
      (await rp.request({ redirect_uri: 'https://evil.example/' })).url,
    )
    expect(response.status).toBe(403)
    expect(next).toBeUndefined()
    expect(text).toContain('Callback URL mismatch')
    expect(text).toContain('https://evil.example/')
  })

  test('an unknown client', async () => {
    const { response, text } = await new Browser().open((await rp.request({ client_id: '<nobody>' })).url)
    expect(response.status).toBe(400)
    expect(text).toContain('This tenant has no client &quot;&lt;nobody&gt;&quot;')
  })

  test('a page that does not exist', async () => {
    expect((await new Browser().open(`${tenant.issuer}nowhere`)).response.status).toBe(404)
  })
})
