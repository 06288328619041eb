import { Auth0Client } from '@auth0/nextjs-auth0/server'
import { NextRequest, type NextResponse } from 'next/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Browser } from './testing/browser.ts'
import { password, startOidc } from './testing/start-oidc.ts'

const dashboard = 'http://localhost:4298'

let tenant: Awaited<ReturnType<typeof startOidc>>
let auth0: Auth0Client
beforeAll(async () => {
  tenant = await startOidc()
  await tenant.storage.clients.update('dashboard', (client) => ({
    ...client,
    callbacks: [`${dashboard}/auth/callback`],
    allowed_logout_urls: [dashboard],
  }))
  auth0 = new Auth0Client({
    domain: tenant.issuer.slice(0, -1),
    allowInsecureRequests: true,
    appBaseUrl: dashboard,
    clientId: 'dashboard',
    clientSecret: 'dashboard-secret',
    secret: 's'.repeat(64),
  })
})
afterAll(() => tenant.stop())

/** The dashboard as the browser sees it: the SDK's middleware, and a cookie jar. */
function visitor() {
  const jar = new Map<string, string>()
  return async (path: string | URL): Promise<NextResponse> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await auth0.middleware(
      new NextRequest(new URL(path, dashboard), { headers: { cookie } }),
    )
    for (const { name, value } of response.cookies.getAll()) value ? jar.set(name, value) : jar.delete(name)
    return response
  }
}

const target = (response: Response) => new URL(String(response.headers.get('location')))

test('@auth0/nextjs-auth0 signs in, rolls its session, refreshes its token and signs out', async () => {
  const visit = visitor()
  const browser = new Browser()

  const form = await browser.follow(target(await visit('/auth/login')))
  const { next } = await browser.follow(form.at, { email: 'ada@example.com', password })
  const signedIn = await visit(next as URL)
  expect(target(signedIn).href).toBe(`${dashboard}/`)

  const profile = (await (await visit('/auth/profile')).json()) as Record<string, unknown>
  expect(profile).toMatchObject({
    sub: 'auth0|ada',
    email: 'ada@example.com',
    email_verified: true,
    name: 'Ada',
  })

  const rolled = await visit('/clients')
  expect(rolled.cookies.has('__session')).toBe(true)

  const { token, scope } = (await (await visit('/auth/access-token')).json()) as Record<string, string>
  expect(token).toBeTruthy()
  expect(scope).toBe('openid profile email offline_access')

  const left = target(await visit('/auth/logout'))
  expect(left.origin + left.pathname).toBe(`${tenant.issuer}oidc/logout`)
  expect((await browser.open(left)).next?.href).toBe(`${dashboard}/`)
  expect((await visit('/auth/profile')).status).toBe(401)
  expect((await browser.follow(target(await visit('/auth/login')))).text).toContain('Password')
})
