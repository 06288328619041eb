import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { freePort } from '../../bin/free-port'
import { startTestTenant, type TestTenant } from '../tenant/test-tenant'
import { express } from './node'
import type { AcceptInput, Part } from './quickstart'

const folder = mkdtempSync(join(tmpdir(), 'quickstart-'))
const run = promisify(execFile)
let tenant: TestTenant

beforeAll(async () => {
  symlinkSync(fileURLToPath(new URL('../../node_modules', import.meta.url)), join(folder, 'node_modules'))
  tenant = await startTestTenant()
})
afterAll(async () => {
  await tenant.stop()
  rmSync(folder, { recursive: true })
})

for (const signingAlgorithm of ['RS256', 'HS256'])
  describe(`Express accepts ${signingAlgorithm}`, () => {
    const identifier = `urn:a'b"c\\$d:${signingAlgorithm}`
    let input: AcceptInput
    let secret: string | undefined
    let server: ChildProcess
    let url: string

    beforeAll(async () => {
      const scopes = ['write:orders', 'read:orders']
      secret = await makeApi(identifier, signingAlgorithm, scopes)
      input = {
        api: { identifier, signingAlgorithm, scopes },
        issuer: tenant.issuer,
        port: await freePort(),
      }
      url = `http://localhost:${input.port}/orders`
      server = start(express.accept?.(input), { AUTH0_SIGNING_SECRET: secret })
      await vi.waitFor(() => fetch(url), 20_000)
    })
    afterAll(async () => {
      server.kill()
      await once(server, 'exit')
    })

    const answerTo = async (token?: string) => {
      const response = await fetch(url, { headers: token ? { authorization: `Bearer ${token}` } : {} })
      return `${response.status} ${response.headers.get('www-authenticate')}`
    }

    test('from a client that was granted the scope, whose program gets and sends it', async () => {
      const { id, secret: AUTH0_CLIENT_SECRET } = await makeClient(identifier, ['read:orders'])
      const part = express.call({ ...input, client: { id } })
      write(part)
      const { stdout } = await run('node', ['client.mjs'], {
        cwd: folder,
        env: { ...process.env, AUTH0_CLIENT_SECRET },
      })
      expect(JSON.parse(stdout)).toEqual({ caller: `${id}@clients` })
      expect(JSON.parse(part.answer.text)).toEqual(JSON.parse(stdout))
    })

    test('with 403 and the scope’s name when the scope is missing', async () => {
      const token = await tokenFor(identifier, ['write:orders'])
      expect(await answerTo(token)).toMatch(/^403 Bearer .*error="insufficient_scope".*scope="read:orders"/)
    })

    test('but none at all, as the quickstart says', async () => {
      const { answer } = express.accept?.(input) ?? {}
      const [status, challenge = ''] = answer?.text.split('\n') ?? []
      expect(status).toBe('HTTP/1.1 401 Unauthorized')
      expect(`WWW-Authenticate: ${(await answerTo()).slice('401 '.length)}`).toContain(
        challenge.replace('…', ''),
      )
    })

    test('but no noise', async () => {
      expect(await answerTo('a.b.c')).toMatch(/^401 Bearer .*error="invalid_token"/)
    })

    test('but no token for another API', async () => {
      await makeApi(`${identifier}:other`, signingAlgorithm, ['read:orders'], secret)
      const token = await tokenFor(`${identifier}:other`, ['read:orders'])
      expect(await answerTo(token)).toMatch(/^401 Bearer .*error="invalid_token"/)
    })

    test('but no unsigned token', async () => {
      const [, claims] = (await tokenFor(identifier, ['read:orders'])).split('.')
      const header = Buffer.from('{"alg":"none"}').toString('base64url')
      expect(await answerTo(`${header}.${claims}.`)).toMatch(/^401 /)
    })

    test('but no token that took the tenant’s public key for a shared secret', async () => {
      const [, claims = ''] = (await tokenFor(identifier, ['read:orders'])).split('.')
      const jwks = await (await fetch(new URL('.well-known/jwks.json', tenant.issuer))).json()
      const token = await new SignJWT(JSON.parse(Buffer.from(claims, 'base64url').toString()))
        .setProtectedHeader({ alg: 'HS256', kid: jwks.keys[0].kid })
        .sign(new TextEncoder().encode(jwks.keys[0].x5c[0]))
      expect(await answerTo(token)).toMatch(/^401 /)
    })
  })

function write({ files }: Part) {
  for (const { name, code } of files) writeFileSync(join(folder, name), `${code.text}\n`)
}

function start(part: Part | undefined, secrets: Record<string, string | undefined>) {
  if (!part) throw new Error('Nothing to start')
  write(part)
  const [command = '', ...rest] = part.run.text.split(' ')
  return spawn(command, rest, { cwd: folder, env: { ...process.env, ...secrets }, stdio: 'ignore' })
}

/** Makes the API, and answers its signing secret if it has one. */
async function makeApi(identifier: string, algorithm: string, scopes: string[], secret?: string) {
  const { status, body } = await tenant.call('POST', '/resource-servers', {
    identifier,
    signing_alg: algorithm,
    scopes: scopes.map((value) => ({ value })),
    ...(secret && { signing_secret: secret }),
  })
  expect(status).toBe(201)
  return body.signing_secret as string | undefined
}

/** A machine that may call the API with these scopes. */
async function makeClient(audience: string, scope: string[]) {
  const { body } = await tenant.call('POST', '/clients', { name: 'Caller', app_type: 'non_interactive' })
  await tenant.call('POST', '/client-grants', { client_id: body.client_id, audience, scope })
  return { id: String(body.client_id), secret: String(body.client_secret) }
}

async function tokenFor(audience: string, scope: string[]) {
  const { id, secret } = await makeClient(audience, scope)
  const response = await fetch(new URL('oauth/token', tenant.issuer), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: id,
      client_secret: secret,
      audience,
    }),
  })
  const { access_token } = (await response.json()) as { access_token: string }
  return access_token
}
