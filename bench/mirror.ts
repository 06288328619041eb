import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../bin/free-port.ts'
import { knownCredentials } from '../bin/known-credentials.ts'
import { startTenantProcess } from '../bin/tenant-process.ts'
import { startFaultProxy } from '../e2e/fault-proxy.ts'
import { startFollower } from '../lib/mirror/testing/start-follower.ts'
import { writeClients } from './many-clients.ts'
import { residentMegabytes } from './resident-memory.ts'

/** 300,000 grants: three for each client. */
const crowd = { clients: 100_000, apis: 501, grantsEach: 3 }
const perCall = 100
const sampledEveryMs = 250
/** About half of what it takes. */
const killedAfter = 2_000

/**
 * A tenant with 100,000 clients, 501 APIs and 300,000 grants is read for the first time, by a process that is killed
 * half-way and by the one that goes on: how many calls that takes beside the least there can be, and what memory.
 */
export async function measureMirror() {
  const dataFolder = await mkdtemp(join(tmpdir(), 'grantboard-bench-'))
  const [tenantPort, credentials] = [await freePort(), knownCredentials()]
  const proxy = await startFaultProxy({ target: `http://127.0.0.1:${tenantPort}` })
  const start = () =>
    startTenantProcess(tenantPort, dataFolder, { ...credentials, TENANT_ISSUER: `${proxy.url}/` })
  await (await start()).stop()
  await writeClients(dataFolder, crowd)
  const tenant = await start()
  const environment = {
    DATA_DIR: dataFolder,
    AUTH0_DOMAIN: proxy.url,
    AUTH0_CLIENT_ID: 'sign-in',
    AUTH0_CLIENT_SECRET: 'not used here',
    AUTH0_SECRET: 'x'.repeat(32),
    APP_BASE_URL: 'http://localhost:3000',
    MANAGEMENT_CLIENT_ID: credentials.TENANT_MANAGEMENT_CLIENT_ID,
    MANAGEMENT_CLIENT_SECRET: credentials.TENANT_MANAGEMENT_CLIENT_SECRET,
    GRANTBOARD_ADMINS: credentials.TENANT_ADMIN_EMAIL,
  }
  const lists = () =>
    proxy.seen().filter((call) => /GET \/api\/v2\/(clients|resource-servers|client-grants)$/.test(call))
  try {
    const first = startFollower(environment)
    const before = await watch(first.pid, () => lists().length >= killedAfter)
    await first.kill()
    const killedAt = lists().length
    const database = new DatabaseSync(join(dataFolder, 'dashboard.db'), { readOnly: true, timeout: 5000 })
    const second = startFollower(environment)
    const after = await watch(second.pid, () => isRead(database))
    await second.kill()
    const held = database.prepare(shown).get() ?? {}
    const listed = Object.values(held).map(Number)
    database.close()
    const least = listed.reduce((sum, count) => sum + Math.ceil(count / perCall), 0)
    const calls = lists().length
    return [
      { figure: 'clients, APIs and grants in the mirror', value: listed.join(', '), bar: '' },
      { figure: 'calls that read lists, kill included', value: calls, bar: `<= ${Math.floor(least * 1.05)}` },
      { figure: 'least that lists of 100 take', value: least, bar: '' },
      { figure: 'calls made again after the kill', value: calls - least, bar: '' },
      { figure: 'killed after so many', value: killedAt, bar: '' },
      { figure: 'seconds until all was read', value: ((before.ms + after.ms) / 1000).toFixed(0), bar: '' },
      { figure: 'MB of the second process after a tenth of its time', value: after.atTenth, bar: '' },
      { figure: 'MB of it at the end', value: after.atEnd, bar: 'flat' },
      { figure: 'MB of it at most', value: after.most, bar: 'flat' },
    ]
  } finally {
    await tenant.stop()
    await proxy.close()
    await rm(dataFolder, { recursive: true })
  }
}

const shown = `select (select count(*) from clients) as clients, (select count(*) from apis) as apis,
  (select count(*) from grants) as grants`

const isRead = (database: DatabaseSync) =>
  database
    .prepare('select 1 from mirror_state where building is null and synchronized_at is not null')
    .get() !== undefined

/** The memory of a process, in MB, until something is reached. Linux only, as the other figures of memory. */
async function watch(pid = 0, reached: () => boolean) {
  const started = performance.now()
  const megabytes: number[] = []
  while (!reached()) {
    megabytes.push(residentMegabytes(pid))
    await pause(sampledEveryMs)
  }
  const at = (part: number) => megabytes[Math.floor((megabytes.length - 1) * part)] ?? Number.NaN
  return { ms: performance.now() - started, atTenth: at(0.1), atEnd: at(1), most: Math.max(...megabytes) }
}
