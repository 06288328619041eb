import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freePort } from './free-port.ts'

const secret = 'a-management-secret-of-this-test'
const environment = {
  ...process.env,
  TENANT_MANAGEMENT_CLIENT_ID: 'management',
  TENANT_MANAGEMENT_CLIENT_SECRET: secret,
}

let folder: string
let running: ChildProcess[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenant-command-'))
  running = []
})
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const command = (port: number, ...flags: string[]) => [
  'bin/run.mjs',
  'tenant',
  '--port',
  String(port),
  '--data-dir',
  folder,
  ...flags,
]

/** Starts the command and resolves with what it printed when it says that it is ready. */
async function start(port: number, env: Record<string, string> = {}, ...flags: string[]) {
  const child = spawn(process.execPath, command(port, ...flags), {
    env: { ...environment, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.push(child)
  const lines: string[] = []
  for await (const line of createInterface(child.stdout)) {
    lines.push(line)
    if (line.startsWith('Tenant ready')) break
  }
  return { child, lines, url: `http://localhost:${port}` }
}

function refusal(port: number, flags: string[] = [], env: Record<string, string> = {}) {
  const { status, stderr, stdout } = spawnSync(process.execPath, command(port, ...flags), {
    env: { ...environment, ...env },
    encoding: 'utf8',
  })
  return { status, said: stderr.trim(), stdout }
}

async function accessToken(url: string) {
  const response = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'management',
      client_secret: secret,
      audience: `${url}/api/v2/`,
    }),
  })
  const { access_token } = await response.json()
  return String(access_token)
}

it('starts on an empty folder, says so, and shows the first admin once', async () => {
  const port = await freePort()
  const first = await start(port)
  expect(first.lines).toEqual([
    expect.stringMatching(/^First admin: admin@grantboard\.local with the password [\w-]{16}$/),
    `Tenant ready at http://localhost:${port}/`,
  ])
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  for (const file of ['tenant.db', 'tenant.key'])
    expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600)

  first.child.kill('SIGTERM')
  expect(await once(first.child, 'exit')).toEqual([0, null])
  expect((await start(port)).lines).toEqual([`Tenant ready at http://localhost:${port}/`])
})

it('serves HTTPS with --tls and says whom clients must trust', async () => {
  const port = await freePort()
  const { lines } = await start(port, {}, '--tls')
  expect(lines.at(-1)).toBe(`Tenant ready at https://localhost:${port}/`)
  const [, caFile = ''] = /NODE_EXTRA_CA_CERTS=(.+)/.exec(lines.join('\n')) ?? []
  expect(lines.join('\n')).toContain(`SSL_CERT_FILE=${caFile}`)
  const status = `fetch('https://localhost:${port}/.well-known/jwks.json').then(({ status }) => console.log(status))`
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: caFile }
  expect(spawnSync(process.execPath, ['-e', status], { env, encoding: 'utf8' }).stdout).toBe('200\n')
})

describe('one sentence and status 1', () => {
  it('when the port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    expect(refusal(port)).toMatchObject({
      status: 1,
      said: `Port ${port} on 127.0.0.1 is already in use: stop what uses it or choose another with --port.`,
    })
    server.close()
  })

  it('when the data folder is no folder', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    const { status, said } = refusal(await freePort(), ['--data-dir', join(file, 'data')])
    expect(status).toBe(1)
    expect(said).toMatch(/^The data folder .+ can't be used \(.+\): choose one .+ with --data-dir\.$/)
  })

  it('when the key of the database is gone', async () => {
    const port = await freePort()
    const { child } = await start(port)
    child.kill('SIGTERM')
    await once(child, 'exit')
    rmSync(join(folder, 'tenant.key'))
    expect(refusal(port).said).toMatch(/not the key it was encrypted with: restore .+tenant\.key/)
    expect(refusal(port, [], { TENANT_ENCRYPTION_KEY: 'ab'.repeat(32) }).said).toMatch(
      /^The encryption key is not the one/,
    )
    expect(refusal(port, [], { TENANT_ENCRYPTION_KEY: 'short' }).said).toBe(
      'TENANT_ENCRYPTION_KEY must be 64 hexadecimal digits.',
    )
  })

  it.each([
    ['--tls', { TENANT_ISSUER: 'http://localhost:4000/' }, /^TENANT_ISSUER .+ since --tls serves HTTPS\.$/],
    ['--workers=0', {}, /^--workers must be a number between 1 and 64, not "0"\.$/],
    ['--port=0x', {}, /^--port must be a port between 1 and 65535, not "0x"\.$/],
    ['', { TENANT_ISSUER: 'http://tenant.example/' }, /^TENANT_ISSUER must begin with https:\/\//],
    ['', { TENANT_ISSUER: 'tenant.example' }, /^TENANT_ISSUER must be an address such as/],
    ['', { TENANT_ISSUER: 'https://tenant.example/path' }, /^TENANT_ISSUER must be an address such as/],
    ['', { TENANT_MANAGEMENT_CLIENT_SECRET: '' }, /^Set both TENANT_MANAGEMENT_CLIENT_ID and/],
    ['', { DATABASE_URL: 'mysql://u:hidden@db.example/tenant' }, /^DATABASE_URL must be an address such as/],
    [
      '',
      { DATABASE_URL: 'postgres://u:hidden@127.0.0.1:1/tenant' },
      /^The database 127\.0\.0\.1:1\/tenant can't be used \(connect ECONNREFUSED .+\): check DATABASE_URL/,
    ],
    ['', { TENANT_RATE_LIMITS: 'some' }, /^TENANT_RATE_LIMITS must be off, free or paid, not "some"\.$/],
    ['', { TENANT_LOG_RETENTION_DAYS: '0' }, /^TENANT_LOG_RETENTION_DAYS must be a number of days/],
    ['', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of/],
  ])('for %s %j', async (flag, env, sentence) => {
    const { status, said, stdout } = refusal(await freePort(), flag ? [flag] : [], env)
    expect(status).toBe(1)
    expect(said).toMatch(sentence)
    expect(said.split('\n')).toHaveLength(1)
    expect(said).not.toContain('hidden')
    expect(stdout).toBe('')
  })
})

it('writes no secret into its log, however much it logs', async () => {
  const port = await freePort()
  const log = join(folder, 'log')
  const child = spawn('/bin/sh', ['-c', `exec "$0" "$@" 2> ${log}`, process.execPath, ...command(port)], {
    env: { ...environment, LOG_LEVEL: 'trace' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.push(child)
  for await (const line of createInterface(child.stdout)) if (line.startsWith('Tenant ready')) break

  const url = `http://localhost:${port}`
  const bearer = await accessToken(url)
  const made = await fetch(`${url}/api/v2/clients`, {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Logged' }),
  })
  const { client_secret } = await made.json()
  child.kill('SIGTERM')
  await once(child, 'exit')

  const written = readFileSync(log, 'utf8')
  expect(written).toContain('"path":"/api/v2/clients","status":201')
  for (const hidden of [secret, bearer, client_secret]) expect(written).not.toContain(hidden)
})
