import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { tenantForTests } from '../bin/tenant-for-tests.ts'
import { startFollower } from '../lib/mirror/testing/start-follower.ts'
import { writeClients } from './many-clients.ts'
import { residentMegabytes } from './resident-memory.ts'

/** 300,000 grants: three for each client. */
const crowd = { clients: 100_000, apis: 501, grantsEach: 3 }
const perCall = 100
const sampledEveryMs = 250
/** Without a bound V8 lets garbage pile up, which looks like growth; with it, what is held has to fit. */
const boundedHeap = { NODE_OPTIONS: '--max-old-space-size=64 --max-semi-space-size=2' }
/** About half of what it takes. */
const killedAfter = 2_000

/**
 * A tenant with 100,000 clients, 501 APIs and 300,000 grants is read for the first time, by a process that is killed
 * half-way and by the one that goes on: how many calls that takes beside the least there can be, and what memory.
 */
export async function measureMirror() {
  const tenant = await tenantForTests()
  await tenant.restart((dataFolder) => writeClients(dataFolder, crowd))
  const environment = { ...tenant.environment, ...boundedHeap }
  const lists = () =>
    tenant.proxy
      .seen()
      .filter((call) => call.match(/GET \/api\/v2\/(clients|resource-servers|client-grants)$/))
  try {
    const first = startFollower(environment)
    const before = await watch(first.pid, () => lists().length >= killedAfter)
    await first.kill()
    const killedAt = lists().length
    const database = new DatabaseSync(join(environment.DATA_DIR, 'dashboard.db'), {
      readOnly: true,
      timeout: 5000,
    })
    const second = startFollower(environment)
    const after = await watch(second.pid, () => isRead(database))
    await second.kill()
    const listed = Object.values(database.prepare(shown).get() ?? {}).map(Number)
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
      {
        figure: 'MB of the second process after each fifth of its time, its heap bounded to 64',
        value: after.megabytes.join(', '),
        bar: 'flat',
      },
    ]
  } finally {
    await tenant.stop()
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
  const after = (part: number) => megabytes[Math.floor((megabytes.length - 1) * part)] ?? Number.NaN
  return { ms: performance.now() - started, megabytes: [0.2, 0.4, 0.6, 0.8, 1].map(after) }
}
