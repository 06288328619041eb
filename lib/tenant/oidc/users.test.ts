import * as oidc from 'openid-client'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabases } from '../../database/test-databases.ts'
import { management, startTestTenant, type TestTenant } from '../test-tenant.ts'
import { Browser } from './testing/browser.ts'
import { credentials, relyingParty } from './testing/relying-party.ts'
import { callback, password, signedOut } from './testing/start-oidc.ts'

describe.each(testDatabases)('a user of the Management API on $dialect', ({ newDatabase }) => {
  let tenant: TestTenant
  let rp: Awaited<ReturnType<typeof relyingParty>>
  let ada: string
  beforeAll(async () => {
    tenant = await startTestTenant({
      databaseUrl: await newDatabase(),
      seed: {
        appBaseUrl: 'http://localhost:3000',
        management,
        dashboard: { clientId: 'dashboard', clientSecret: 'dashboard-secret' },
      },
    })
    const urls = { callbacks: [callback], allowed_logout_urls: [signedOut] }
    await tenant.call('PATCH', '/clients/dashboard', urls)
    rp = await relyingParty(tenant.issuer)
  })
  afterAll(() => tenant.stop())

  beforeEach(async () => {
    const connection = 'Username-Password-Authentication'
    if (ada) await tenant.call('DELETE', path())
    const { body } = await tenant.call('POST', '/users', { connection, email: credentials.email, password })
    ada = String(body.user_id)
  })

  const path = () => `/users/${encodeURIComponent(ada)}`
  const change = (body: object) => tenant.call('PATCH', path(), body)
  /** The newest entries of a type about her, once there are so many. */
  const events = (type: string, count = 1, user = `user_id:"${ada}"`) =>
    expect.poll(async () => {
      const { body } = await tenant.call('GET', `/logs?q=${encodeURIComponent(`type:${type} ${user}`)}`)
      return Object.values(body).slice(0, count)
    })
  const tryToSignIn = async (form = credentials) => {
    const browser = new Browser()
    const { at } = await browser.follow((await rp.request()).url)
    return browser.follow(at, form)
  }

  it('signs in and out, which the log, the user and the statistics tell', async () => {
    const { browser, tokens } = await rp.signIn()
    expect(tokens.claims()).toMatchObject({ sub: ada, nickname: 'ada' })
    const who = {
      client_id: 'dashboard',
      client_name: 'Grantboard',
      user_id: ada,
      user_name: credentials.email,
      ip: '127.0.0.1',
      user_agent: 'node',
      hostname: 'localhost',
      connection: 'Username-Password-Authentication',
    }
    await events('s').toMatchObject([{ type: 's', ...who }])
    expect((await tenant.call('GET', path())).body).toMatchObject({
      logins_count: 1,
      last_ip: '127.0.0.1',
      last_login: expect.any(String),
    })

    const leave = `v2/logout?client_id=dashboard&returnTo=${encodeURIComponent(signedOut)}`
    await browser.open(`${tenant.issuer}${leave}`)
    await events('slo').toMatchObject([{ type: 'slo', ...who, details: { return_to: signedOut } }])

    const today = `${new Date().toISOString().slice(0, 10)}T00:00:00.000Z`
    const [stats] = Object.values((await tenant.call('GET', '/stats/daily')).body)
    expect(stats).toMatchObject({ date: today, logins: expect.any(Number), signups: 0 })
    expect((await tenant.call('GET', '/stats/daily?from=20200101&to=20200102')).body).toEqual([])
    expect((await tenant.call('GET', '/stats/daily?from=20201301')).status).toBe(400)
  })

  it('who is unknown or has a wrong password is told no more than that', async () => {
    await tryToSignIn({ ...credentials, password: 'x' })
    await events('f', 1, '').toMatchObject([
      { user_id: '', user_name: credentials.email, description: 'Wrong email or password.' },
    ])
  })

  it('who is blocked can neither sign in nor go on', async () => {
    const { browser, tokens } = await rp.signIn()
    await change({ blocked: true })
    expect(await rp.isSignedIn(browser)).toBe(false)
    await expect(oidc.refreshTokenGrant(rp.config, String(tokens.refresh_token))).rejects.toThrow()
    await expect(oidc.fetchUserInfo(rp.config, tokens.access_token, ada)).rejects.toThrow()

    const { response, text } = await tryToSignIn()
    expect(response.status).toBe(400)
    expect(text).toContain('This user is blocked')
    expect((await tryToSignIn({ ...credentials, password: 'x' })).text).not.toContain('blocked')
    await events('f').toMatchObject([{ description: 'user is blocked', user_name: credentials.email }])

    await change({ blocked: false })
    await expect(rp.signIn()).resolves.toBeDefined()
  })

  it('with a new password signs in again, and only with that', async () => {
    const { browser } = await rp.signIn()
    await change({ password: 'a new password' })
    expect(await rp.isSignedIn(browser)).toBe(false)
    expect((await tryToSignIn()).response.status).toBe(400)
    const { next } = await tryToSignIn({ ...credentials, password: 'a new password' })
    expect(next?.searchParams.has('code')).toBe(true)
  })

  it('who is deleted is signed out', async () => {
    const { browser } = await rp.signIn()
    await tenant.call('DELETE', path())
    expect(await rp.isSignedIn(browser)).toBe(false)
    expect((await tryToSignIn()).response.status).toBe(400)
  })
})
