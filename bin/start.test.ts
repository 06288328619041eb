import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, test } from 'vitest'
import { freePort } from './free-port.ts'

const running: ChildProcess[] = []
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

describe('what is in the way is said in one sentence', () => {
  test('a taken port', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as { port: number }

    const { code, errors } = await ended(grantboard(['start', '--port', String(port)]))

    taken.close()
    expect(errors).toBe(
      `Port ${port} for the dashboard is taken: stop what listens there, or choose another port.\n`,
    )
    expect(code).toBe(1)
  })

  test('a data folder that can not be written', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'grantboard-')), 'file')
    writeFileSync(file, '')

    const { code, errors } = await ended(grantboard(['start'], { DATA_DIR: join(file, 'data') }))

    expect(errors).toMatch(
      /^The data folder .* can't be used .*: set DATA_DIR to a folder this user may write\.\n$/,
    )
    expect(code).toBe(1)
  })

  test('an old Node', async () => {
    const pretend = 'Object.defineProperty(process, "versions", { value: { node: "22.1.0" } })'

    const { code, errors } = await ended(
      grantboard(['start'], {}, ['--import', `data:text/javascript,${pretend}`]),
    )

    expect(errors).toMatch(/^Grantboard needs Node\.js 24 or newer .*\n$/)
    expect(code).toBe(1)
  })

  test.each([
    ['only a domain', { AUTH0_DOMAIN: 'acme.eu.auth0.com' }, /AUTH0_CLIENT_ID/],
    ['no domain', { AUTH0_CLIENT_ID: 'abc' }, /AUTH0_DOMAIN/],
  ])('a half-set Auth0 configuration: %s', async (_, env, named) => {
    const { code, errors } = await ended(grantboard(['start', '--port', String(await freePort())], env))

    expect(errors).toMatch(named)
    expect(errors.trim().split('\n')).toHaveLength(1)
    expect(code).toBe(1)
  })

  test('an unknown flag', async () => {
    const { code, errors } = await ended(grantboard(['start', '--prot', '3000']))

    expect(errors).toMatch(/'--prot'/)
    expect(code).toBe(1)
  })
})

describe('a start', () => {
  test('keeps its secrets to itself, and a second one reuses everything', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'grantboard-'))
    const data = join(folder, 'data')

    const first = await ready(data)
    expect(first.said).toMatch(/Sign in as \S+ with the password \S+ \(shown this once\)\./)
    expect(await stop(first.child)).toBe(0)
    const mode = (path: string) => (statSync(join(data, path)).mode & 0o777).toString(8)
    expect(mode('')).toBe('700')
    for (const file of ['secrets.json', 'tenant.db', 'dashboard.db']) expect(mode(file)).toBe('600')

    const second = await ready(data)
    expect(second.said).not.toMatch(/password/)
    expect(await stop(second.child)).toBe(0)
  }, 120_000)

  test('ends with status 1 when one of its programs dies, and takes the other along', async () => {
    const data = mkdtempSync(join(tmpdir(), 'grantboard-'))
    const { child, port, tenantPid } = await ready(data)

    process.kill(tenantPid, 'SIGKILL')
    const [code] = await once(child, 'exit')

    expect(code).toBe(1)
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow()
  }, 120_000)
})

function grantboard(args: string[], env: Record<string, string> = {}, nodeFlags: string[] = []) {
  const child = spawn(process.execPath, [...nodeFlags, 'bin/run.mjs', ...args], {
    env: { ...process.env, ...env },
  })
  running.push(child)
  return child
}

async function ended(child: ReturnType<typeof grantboard>) {
  const [errors, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  return { errors, code }
}

async function ready(data: string) {
  const [port, tenantPort] = [await freePort(), await freePort()]
  const args = ['start', '--port', String(port), '--tenant-port', String(tenantPort)]
  const child = grantboard(args, { DATA_DIR: data })
  let said = ''
  for await (const chunk of child.stdout) {
    said += chunk
    if (/ready at .*\n/.test(said)) break
  }
  return { child, port, said, tenantPid: processId(child, 'run.mjs tenant') }
}

function processId(parent: ChildProcess, command: string) {
  return Number(execFileSync('pgrep', ['-P', String(parent.pid), '-f', command], { encoding: 'utf8' }))
}

async function stop(child: ChildProcess) {
  const exit = once(child, 'exit')
  child.kill('SIGINT')
  const [code] = await exit
  return code
}
