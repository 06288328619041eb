import { execFileSync, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testDatabases } from '../lib/database/test-databases.ts'
import { freePort } from './free-port.ts'
import { knownCredentials } from './known-credentials.ts'
import { tenantCaller } from './tenant-caller.ts'
import { startTenantProcess } from './tenant-process.ts'

describe.each(testDatabases)('two workers on $dialect', ({ newDatabase }) => {
  let folder: string
  let tenant: Awaited<ReturnType<typeof startTenantProcess>>
  const credentials = knownCredentials()

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tenant-workers-'))
    const env = { ...credentials, TENANT_ADMIN_PASSWORD: undefined, DATABASE_URL: await newDatabase() }
    tenant = await startTenantProcess(await freePort(), folder, env, ['--workers', '2'])
  })
  afterEach(async () => {
    await tenant.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const workers = () => {
    const answer = execFileSync('pgrep', ['-P', String(tenant.child.pid)], { encoding: 'utf8' })
    return answer.trim().split('\n').map(Number)
  }

  it('say that they are ready once, and share one first admin and one memory', async () => {
    expect(tenant.said).toEqual([
      expect.stringMatching(/^First admin: .+ with the password .+$/),
      `Tenant ready at ${tenant.url}/`,
    ])
    expect(workers()).toHaveLength(2)
    const { call } = tenantCaller(tenant.url, credentials)
    const created = await Promise.all(
      Array.from({ length: 20 }, (_, n) => call('POST', '/clients', { name: `c${n}` })),
    )
    expect(new Set(created.map(({ status }) => status))).toEqual(new Set([201]))
    expect((await call('GET', '/clients?include_totals=true&is_global=false')).body.total).toBe(22)
  })

  it('go on when one is killed, and another takes its place', async () => {
    const [victim = Number.NaN, survivor] = workers()
    process.kill(victim, 'SIGKILL')
    await expect.poll(workers, { timeout: 5000 }).not.toContain(victim)
    const { managementToken } = tenantCaller(tenant.url, credentials)
    expect(await managementToken()).toMatch(/^ey/)

    await expect.poll(workers, { timeout: 5000 }).toEqual([survivor, expect.any(Number)])
    expect(await managementToken()).toMatch(/^ey/)
  })

  it('answer what they were asked before they end with status 0', async () => {
    const { port } = new URL(tenant.url)
    const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'nobody' }).toString()
    const ask = request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/oauth/token',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': form.length,
        expect: '100-continue',
      },
    })
    ask.flushHeaders()
    await once(ask, 'continue') // a worker has taken the request and waits for its body
    const stopped = tenant.stop()
    await expect.poll(() => fetch(tenant.url).catch(() => 'refused'), { timeout: 5000 }).toBe('refused')
    ask.end(form)
    const [response] = await once(ask, 'response')
    expect(response.statusCode).toBe(401)
    response.resume()
    expect(await stopped).toBe(0)
  })

  it('say in one sentence that the port is taken', async () => {
    const flags = ['--port', new URL(tenant.url).port, '--data-dir', folder, '--workers', '2']
    const { status, stderr } = spawnSync(process.execPath, ['bin/run.mjs', 'tenant', ...flags], {
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/^Port \d+ on 127\.0\.0\.1 is already in use: .+\n$/),
    ])
  })
})
