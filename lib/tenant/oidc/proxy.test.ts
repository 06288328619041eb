import { afterAll, beforeAll, expect, test } from 'vitest'
import { Browser } from './testing/browser.ts'
import { callback, startOidc } from './testing/start-oidc.ts'

const issuer = 'https://tenant.example/'
let tenant: Awaited<ReturnType<typeof startOidc>>
beforeAll(async () => {
  tenant = await startOidc({ issuer })
})
afterAll(() => tenant.stop())

test('behind a TLS proxy every address is the public one, whatever Host the caller names', async () => {
  const response = await fetch(`${tenant.address}.well-known/openid-configuration`, {
    headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' },
  })
  const discovery = (await response.json()) as Record<string, unknown>
  expect(discovery.issuer).toBe(issuer)
  const endpoints = Object.entries(discovery).filter(([name]) => /_endpoint$|_uri$/.test(name))
  expect(endpoints.length).toBeGreaterThan(4)
  for (const [, url] of endpoints) expect(url).toMatch(/^https:\/\/tenant\.example\//)
})

test('and cookies are for TLS alone', async () => {
  const url = new URL(`${tenant.address}authorize?client_id=dashboard&response_type=code&scope=openid`)
  url.searchParams.set('redirect_uri', callback)
  const { response } = await new Browser().open(url)
  const cookies = response.headers.getSetCookie()
  expect(cookies.length).toBeGreaterThan(0)
  for (const cookie of cookies) expect(cookie).toMatch(/; secure/i)
})

test('the address that counts failures is the one the proxy saw, not one the caller wrote', async () => {
  const url = new URL(`${tenant.address}authorize?client_id=dashboard&response_type=code&scope=openid`)
  url.searchParams.set('redirect_uri', callback)
  const browser = new Browser()
  const { next } = await browser.open(url)
  const form = new URL(String(next?.pathname), tenant.address)
  const wrong = { email: 'ada@example.com', password: 'x' }
  const statuses: number[] = []
  for (let attempt = 0; attempt < 12; attempt++) {
    const forwarded = { 'x-forwarded-for': `10.0.0.${attempt}, 192.0.2.1` }
    statuses.push((await browser.open(form, wrong, forwarded)).response.status)
  }
  expect(statuses.slice(-2)).toEqual([429, 429])
  const elsewhere = await browser.open(form, wrong, { 'x-forwarded-for': '192.0.2.2' })
  expect(elsewhere.response.status).toBe(400)
})
