import * as oidc from 'openid-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { relyingParty } from './testing/relying-party.ts'
import { signedOut, startOidc } from './testing/start-oidc.ts'

let tenant: Awaited<ReturnType<typeof startOidc>>
let rp: Awaited<ReturnType<typeof relyingParty>>
beforeAll(async () => {
  tenant = await startOidc()
  rp = await relyingParty(tenant.issuer)
})
afterAll(() => tenant.stop())

describe('signing out', () => {
  test('with an ID token it happens at once, and the client gets its state back', async () => {
    const { browser, tokens } = await rp.signIn()
    expect(await rp.isSignedIn(browser)).toBe(true)
    const url = oidc.buildEndSessionUrl(rp.config, {
      id_token_hint: String(tokens.id_token),
      post_logout_redirect_uri: signedOut,
      state: 'xyz',
    })
    expect((await browser.open(url)).next?.href).toBe(`${signedOut}?state=xyz`)
    expect(await rp.isSignedIn(browser)).toBe(false)
  })

  test('with a client and an allowed address it happens at once', async () => {
    const { browser } = await rp.signIn()
    const url = `${tenant.issuer}oidc/logout?client_id=dashboard&post_logout_redirect_uri=${encodeURIComponent(signedOut)}`
    expect((await browser.open(url)).next?.href).toBe(signedOut)
    expect(await rp.isSignedIn(browser)).toBe(false)
  })

  test('the session is over for whoever kept its cookies, too', async () => {
    const { browser } = await rp.signIn()
    const thief = browser.copy()
    expect(await rp.isSignedIn(thief.copy())).toBe(true)
    await browser.open(`${tenant.issuer}v2/logout?client_id=dashboard`)
    expect(await rp.isSignedIn(thief)).toBe(false)
  })

  test('with neither it asks first', async () => {
    const { browser } = await rp.signIn()
    expect((await browser.open(`${tenant.issuer}oidc/logout`)).text).toContain('Sign out of this tenant?')
    expect(await rp.isSignedIn(browser)).toBe(true)
    expect((await browser.open(`${tenant.issuer}oidc/logout`, {})).text).toContain('You are signed out')
    expect(await rp.isSignedIn(browser)).toBe(false)
  })

  test.each([
    'oidc/logout?client_id=dashboard&post_logout_redirect_uri=',
    'v2/logout?client_id=dashboard&returnTo=',
  ])('%s refuses an address that is not allowed', async (path) => {
    const { browser } = await rp.signIn()
    const { response, text } = await browser.open(`${tenant.issuer}${path}https%3A%2F%2Fevil.example`)
    expect(response.status).toBe(400)
    expect(text).toContain('Logout URL mismatch')
    expect(await rp.isSignedIn(browser)).toBe(true)
  })

  test('a forged ID token is no hint', async () => {
    const { browser, tokens } = await rp.signIn()
    const forged = `${String(tokens.id_token).split('.').slice(0, 2).join('.')}.AAAA`
    const { response } = await browser.open(`${tenant.issuer}oidc/logout?id_token_hint=${forged}`)
    expect(response.status).toBe(400)
    expect(await rp.isSignedIn(browser)).toBe(true)
  })

  test('/v2/logout sends the person to an allowed address of the client or the tenant', async () => {
    const { browser } = await rp.signIn()
    const returnTo = encodeURIComponent(`${signedOut}?reason=idle`)
    const { next } = await browser.open(`${tenant.issuer}v2/logout?client_id=dashboard&returnTo=${returnTo}`)
    expect(next?.href).toBe(`${signedOut}?reason=idle`)
    expect(await rp.isSignedIn(browser)).toBe(false)
  })
})
