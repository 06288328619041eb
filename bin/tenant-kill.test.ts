import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testDatabases } from '../lib/database/test-databases.ts'
import { freePort } from './free-port.ts'
import { knownCredentials } from './known-credentials.ts'
import { tenantCaller } from './tenant-caller.ts'
import { startTenantProcess } from './tenant-process.ts'
import { type Random, randomNumbers, TenantWriter } from './tenant-writer.ts'

const seed = Number(process.env.TEST_SEED || randomInt(2 ** 31))
const longestMs = 15_000
const writers = 4

describe.each(testDatabases)('kill -9 at random moments under load, on $dialect', ({ newDatabase }) => {
  let folder: string
  let start: () => ReturnType<typeof startTenantProcess>
  let caller: ReturnType<typeof tenantCaller>
  let running: Awaited<ReturnType<typeof startTenantProcess>> | undefined
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tenant-kill-'))
    const port = await freePort()
    const credentials = knownCredentials()
    const env = { ...credentials, DATABASE_URL: await newDatabase() }
    start = () => startTenantProcess(port, folder, env)
    caller = tenantCaller(`http://localhost:${port}`, credentials)
  })
  afterEach(async () => {
    await running?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it(`loses nothing that was answered and leaves nothing half-written (TEST_SEED=${seed})`, async () => {
    const random = randomNumbers(seed)
    running = await start()
    await caller.call('POST', '/resource-servers', { identifier: 'urn:a', scopes: scopes(20) })
    const all = Array.from({ length: writers }, (_, n) => new TenantWriter(caller, `w${n}`, random))

    const begun = performance.now()
    for (let round = 0; round < 2 || performance.now() - begun < longestMs; round++) {
      await killWhile(all, random)
      running = await start()
      for (const writer of all) await writer.verify()
      await verifyWhole(all)
    }
    expect(answeredTo(all)).toBeGreaterThan(20)
  }, 60_000)

  async function killWhile(all: TenantWriter[], random: Random) {
    const child = running?.child
    if (!child) throw new Error('No tenant')
    running = undefined
    const exit = once(child, 'exit')
    const enough = answeredTo(all) + 11 + random(90)
    const writing = all.map((writer) => writer.writeUntilCut())
    while (answeredTo(all) < enough && child.exitCode === null) await pause(1)
    await pause(random(20))
    child.kill('SIGKILL')
    await Promise.all([exit, ...writing])
  }

  /** Whatever is there was written by somebody, and is all there. */
  async function verifyWhole(all: TenantWriter[]) {
    const clients = await caller.list('/clients?is_global=false', 'clients')
    const grants = await caller.list('/client-grants?audience=urn:a', 'client_grants')
    const ids = new Set(clients.map(({ client_id }) => client_id))
    for (const client of clients) {
      expect(client).toMatchObject({
        name: expect.any(String),
        client_secret: expect.stringMatching(/^\S{40,}$/),
      })
    }
    for (const grant of grants) expect(ids).toContain(grant.client_id)
    const written = clients.filter(({ name }) => /^w\d /.test(String(name)))
    expect(written).toHaveLength(all.reduce((sum, { clients }) => sum + clients, 0))
  }
})

const answeredTo = (all: TenantWriter[]) => all.reduce((sum, { answered }) => sum + answered, 0)

const scopes = (count: number) => Array.from({ length: count }, (_, n) => ({ value: `s${n}` }))
