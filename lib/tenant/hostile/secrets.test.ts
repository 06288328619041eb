import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { exportPKCS8, exportSPKI, generateKeyPair, SignJWT } from 'jose'
import * as oidc from 'openid-client'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { Browser } from '../oidc/testing/browser.ts'
import { startWatchedTenant, type WatchedTenant } from './watched-tenant.ts'

/** Everything that nobody but its owner may ever read again, by what it is. */
const secrets = new Map<string, string>()
/** What is a secret in logs and answers, and worth nothing on the disk without a signature. */
const halves = new Map<string, string>()
const refusals: string[] = []

let tenant: WatchedTenant
let bearer: string
const keep = (what: string, secret: unknown) => {
  expect(secret, what).toMatch(/.{8,}/s)
  secrets.set(what, String(secret))
  return String(secret)
}
const made = (what: string) => keep(what, `${what.replaceAll(' ', '-')}-${randomBytes(16).toString('hex')}`)

beforeAll(async () => {
  const encryptionKey = keep('the encryption key', randomBytes(32).toString('hex'))
  tenant = await startWatchedTenant({
    LOG_LEVEL: 'trace',
    TENANT_ENCRYPTION_KEY: encryptionKey,
    TENANT_DASHBOARD_CLIENT_ID: 'dashboard',
    TENANT_DASHBOARD_CLIENT_SECRET: made('secret of the dashboard'),
  })
  keep('the secret of the management client', tenant.known.TENANT_MANAGEMENT_CLIENT_SECRET)
  keep('the password of the admin', tenant.known.TENANT_ADMIN_PASSWORD)
  bearer = keep('a management token', await tenant.managementToken())
}, 60_000)
afterAll(() => tenant.stop())

type Answer = { status: number; body: Record<string, unknown> }

async function send(path: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(new URL(path, tenant.issuer), { redirect: 'manual', ...init })
  const text = await response.text()
  if (!response.ok) refusals.push(`${response.status} ${text} ${JSON.stringify([...response.headers])}`)
  const isJson = response.headers.get('content-type')?.includes('json') && text
  return { status: response.status, body: isJson ? JSON.parse(text) : { text } }
}
const call = (method: string, path: string, body?: unknown, token = bearer) =>
  send(`api/v2${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
  })
const ask = (parameters: Record<string, string>, headers: Record<string, string> = {}) =>
  send('oauth/token', { method: 'POST', headers, body: new URLSearchParams(parameters) })

it('machines come and go', async () => {
  const audience = 'https://secrets.example/api'
  const signing_secret = made('a signing secret that was given')
  const api = { identifier: audience, signing_alg: 'HS256', signing_secret }
  await call('POST', '/resource-servers', api)
  const other = { identifier: 'https://secrets.example/other', signing_alg: 'HS256' }
  keep('a signing secret', (await call('POST', '/resource-servers', other)).body.signing_secret)

  const { body: client } = await call('POST', '/clients', {
    name: 'Machine',
    encryption_key: { pub: made('an encryption key of a client'), cert: 'x', subject: 'y' },
    addons: { aws: { principal: made('an access key of AWS') } },
  })
  const { client_id } = client
  const id = String(client_id)
  keep('a client secret', client.client_secret)
  keep('a rotated secret', (await call('POST', `/clients/${id}/rotate-secret`)).body.client_secret)
  const client_secret = made('a secret that was given')
  await call('PATCH', `/clients/${id}`, { client_secret })
  await call('POST', '/client-grants', { client_id, audience, scope: [] })

  const asked = { grant_type: 'client_credentials', client_id: id, audience }
  keep('an HS256 token', (await ask({ ...asked, client_secret })).body.access_token)
  const basic = Buffer.from(`${id}:${client_secret}`).toString('base64')
  await ask(
    { grant_type: 'client_credentials', audience },
    { authorization: `Basic ${keep('basic', basic)}` },
  )
  await ask({ ...asked, client_secret: made('a wrong secret') })
  await ask({ ...asked, client_secret, audience: 'https://secrets.example/other' })
  await send(`oauth/token?client_secret=${client_secret}&client_id=${id}`, { method: 'GET' })
  await send('oauth/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"client_secret":"${client_secret}"`,
  })
})

it('a machine proves itself with a key', async () => {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
  keep('a private key of a client', (await exportPKCS8(privateKey)).split('\n')[3])
  const pem = await exportSPKI(publicKey)
  const { body: client } = await call('POST', '/clients', {
    name: 'With a key',
    jwt_configuration: { alg: 'RS256' },
    client_authentication_methods: {
      private_key_jwt: { credentials: [{ credential_type: 'public_key', pem }] },
    },
  })
  const audience = 'https://secrets.example/rs256'
  await call('POST', '/resource-servers', { identifier: audience })
  await call('POST', '/client-grants', { client_id: client.client_id, audience, scope: [] })
  const assertion = (issuer: string) =>
    new SignJWT({ jti: crypto.randomUUID() })
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer(String(client.client_id))
      .setSubject(String(client.client_id))
      .setAudience(issuer)
      .setIssuedAt()
      .setExpirationTime('1m')
      .sign(privateKey)
  const asked = {
    grant_type: 'client_credentials',
    audience,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  }
  const good = await ask({ ...asked, client_assertion: keep('an assertion', await assertion(tenant.issuer)) })
  keep('an RS256 token', good.body.access_token)
  const elsewhere = await assertion('https://elsewhere.example/')
  const bad = await ask({ ...asked, client_assertion: keep('an assertion for elsewhere', elsewhere) })
  expect(bad.status).toBe(401)
})

it('an admin signs in, after a slip', async () => {
  const callback = 'http://localhost:3000/auth/callback'
  const secret = String(secrets.get('secret of the dashboard'))
  const config = await oidc.discovery(new URL(tenant.issuer), 'dashboard', secret, undefined, {
    execute: [oidc.allowInsecureRequests],
  })
  const pkceCodeVerifier = keep('a code verifier', oidc.randomPKCECodeVerifier())
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: callback,
    scope: 'openid profile email offline_access',
    code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
  })
  const browser = new Browser()
  const email = tenant.known.TENANT_ADMIN_EMAIL
  const form = await browser.follow(url)
  const again = await browser.follow(form.at, { email, password: made('a wrong password') })
  refusals.push(again.text)
  const { next } = await browser.follow(again.at, { email, password: tenant.known.TENANT_ADMIN_PASSWORD })
  if (!next) throw new Error('The sign-in did not end at the client')
  keep('a code', next.searchParams.get('code'))

  const tokens = await oidc.authorizationCodeGrant(config, next, { pkceCodeVerifier })
  keep('an opaque token', tokens.access_token)
  keep('a refresh token', tokens.refresh_token)
  keep('an ID token', tokens.id_token)
  for (const { name, value } of browser.cookies()) {
    if (name.endsWith('.sig')) keep(`the cookie ${name}`, value)
    else if (name.endsWith('_session')) halves.set(`the cookie ${name}`, value)
  }
  await oidc.fetchUserInfo(config, tokens.access_token, oidc.skipSubjectCheck)
  await call('GET', '/clients', undefined, tokens.access_token)
  await call('GET', '/clients', undefined, String(tokens.id_token))
  await send('userinfo', { headers: { authorization: `Bearer ${bearer}` } })
  await expect(oidc.authorizationCodeGrant(config, next, { pkceCodeVerifier })).rejects.toThrow()
  await oidc.refreshTokenGrant(config, String(tokens.refresh_token)).catch(() => {})
  await send(`oidc/logout?id_token_hint=${tokens.id_token}`, {})
})

it('the Management API refuses in every way it knows', async () => {
  const pasted = made('a secret in the wrong place')
  const secret = String(secrets.get('a secret that was given'))
  await call('POST', '/clients', { name: 'a', client_secret: pasted })
  await call('POST', '/clients', `{"name":"a","client_secret":"${pasted}"`)
  await call('PATCH', '/clients/dashboard', { client_secret: [pasted] })
  await call('PATCH', '/clients/nobody', { client_secret: pasted })
  await call('POST', '/resource-servers', { identifier: 'urn:a', signing_secret: { pasted } })
  await call('POST', '/resource-servers', {
    identifier: 'https://secrets.example/api',
    signing_secret: pasted,
  })
  await call('POST', '/clients/dashboard/credentials', {
    credential_type: 'public_key',
    pem: `-----BEGIN PRIVATE KEY-----\n${pasted}\n-----END PRIVATE KEY-----`,
  })
  await call('GET', `/clients?client_secret=${secret}&access_token=${bearer}`)
  await call('GET', '/clients', undefined, `${bearer}x`)
  await call('GET', '/clients', undefined, 'not a token')
  await call('GET', `/clients/${'x'.repeat(70_000)}`)
  await call('DELETE', '/clients/dashboard', { client_secret: pasted })
  await call('POST', '/clients', { name: 'the last of all', nothing: bearer })
})

/** Every entry of the log, as text. Entries are written together, a moment after they were noted. */
async function readLogs() {
  const entries: unknown[] = []
  for (let page = 0, more = true; more; page++) {
    const { body } = await call('GET', `/logs?per_page=100&page=${page}`)
    entries.push(body)
    more = Array.isArray(body) && body.length === 100
  }
  return JSON.stringify(entries)
}

it('keeps all of it to itself, also when it fails', async () => {
  await vi.waitUntil(async () => (await readLogs()).includes('the last of all'), 10_000)
  const entries = await readLogs()
  expect(entries.length).toBeGreaterThan(5000)
  const disk = readdirSync(tenant.dataDir)
    .filter((name) => name.startsWith('tenant.db'))
    .map((name) => readFileSync(join(tenant.dataDir, name), 'latin1'))
    .join('')

  // The worst case for errors: a table is gone. It is put into words in the log, and in the answer in none.
  const database = new DatabaseSync(join(tenant.dataDir, 'tenant.db'), { timeout: 5000 })
  database.exec('alter table clients rename to lost')
  database.close()
  const failed = await call('POST', '/clients', {
    name: 'a',
    encryption_key: { pub: made('a secret in a failure') },
  })
  expect(failed.status).toBe(500)
  const client_secret = String(secrets.get('a secret that was given'))
  await ask({ grant_type: 'client_credentials', client_id: 'x', client_secret, audience: 'y' })
  expect(tenant.said()).toContain('"level":50')

  const written = { said: tenant.said(), refusals: refusals.join('\n'), log: entries }
  const found = [...secrets, ...halves].flatMap(([what, secret]) =>
    Object.entries({ ...written, ...(!halves.has(what) && { disk }) })
      .filter(([, text]) => text.includes(secret))
      .map(([where]) => `${what} in ${where}`),
  )
  expect(found).toEqual([])
  expect(secrets.size).toBeGreaterThan(25)
  expect(refusals.length).toBeGreaterThan(15)
})
