import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { tenantForTests } from '../../bin/tenant-for-tests.ts'
import { management } from '../management/management'
import { mirrorForTests } from './testing/follower'
import { newWorker } from './testing/tokens'

let tenant: Awaited<ReturnType<typeof tenantForTests>>
let mirror: Awaited<ReturnType<typeof mirrorForTests>>
let worker: Awaited<ReturnType<typeof newWorker>>
let backup: string
beforeAll(async () => {
  tenant = await tenantForTests({ TENANT_LOG_RETENTION_DAYS: '1' })
  Object.assign(process.env, tenant.environment)
})
afterAll(() => tenant.stop())
beforeEach(async () => {
  backup = mkdtempSync(join(tmpdir(), 'backup-'))
  mirror = await mirrorForTests()
  worker = await newWorker()
})
afterEach(async () => {
  await mirror.close()
  rmSync(backup, { recursive: true })
})

const newClient = (name: string) => management((api) => api.clients.create({ name }))
const names = async () =>
  (await mirror.db.selectFrom('clients').select('name').orderBy('name').execute()).map(({ name }) => name)
const recorded = (object: string) =>
  mirror.db
    .selectFrom('changes')
    .innerJoin('change_sets', 'change_sets.id', 'changes.set_id')
    .select(['kind', 'change_sets.reason'])
    .where('object', '=', object)
    .orderBy('changes.id')
    .execute()
const issued = async () => (await worker.tokens(mirror.db))?.issued ?? 0

/** Resolves when so many tokens were counted, and no more than that. */
async function counted(tokens: number) {
  while ((await issued()) < tokens) await mirror.upToDate()
  await mirror.upToDate()
  expect(await issued()).toBe(tokens)
}

const seldom = 60_000

test.each(['in the middle of entries', 'after a silence'])(
  'a tenant that was restored from a backup is noticed %s, also when its log has grown beyond the place',
  async (when) => {
    await newClient('kept')
    mirror.follow(seldom)
    await mirror.upToDate()
    await tenant.restart((folder) => cpSync(folder, backup, { recursive: true }))
    const [{ client_id }] = [await newClient('lost'), await worker.ask(), await worker.ask()]
    await counted(2)
    if (when === 'after a silence') await settle()
    await tenant.restart((folder) => {
      rmSync(folder, { recursive: true })
      cpSync(backup, folder, { recursive: true })
    })
    for (let n = 0; n < 8; n++) await newClient(`new ${n}`)
    await mirror.upToDate()

    const gap = 'The tenant’s log is another one: it was restored or replaced.'
    expect(await mirror.until(() => true)).toMatchObject({ generation: 2, log_gap: gap })
    expect(await names()).toEqual(expect.arrayContaining(['kept', 'new 0', 'new 7']))
    expect(await names()).not.toContain('lost')
    expect(await recorded(`client ${client_id}`)).toEqual([
      { kind: 'client.create', reason: 'node-auth0 7.1.0, seen in the tenant’s log' },
      { kind: 'client.delete', reason: `Found when the whole tenant was read. ${gap}` },
    ])
    await worker.ask()
    await counted(3)
  },
)

test('entries that the tenant no longer keeps are said to be missing, and what they told of is found', async () => {
  const { client_id = '' } = await newClient('renamed meanwhile')
  mirror.follow()
  await mirror.upToDate()
  const { log_complete_since: before } = await mirror.until(() => true)
  await mirror.stopFollowing()
  await management((api) => api.clients.update(client_id, { name: 'with another name' }))
  await tenant.restart(age)
  mirror.follow()
  const gap = 'The tenant’s log no longer holds what was read last.'
  const state = await mirror.until(({ log_gap, building }) => log_gap !== null && building === null)

  expect(state).toMatchObject({ log_gap: gap, generation: 2 })
  expect(Date.parse(state.log_complete_since ?? '')).toBeGreaterThan(Date.parse(before ?? ''))
  expect(await recorded(`client ${client_id}`)).toEqual([
    { kind: 'client.update', reason: `Found when the whole tenant was read. ${gap}` },
  ])
})

/** As after ten seconds in which nothing came: the log is read on from its end. */
async function settle() {
  const [newest] = await mirror.db
    .selectFrom('mirror_log_seen')
    .selectAll()
    .orderBy('log_id', 'desc')
    .execute()
  await mirror.db.deleteFrom('mirror_log_seen').execute()
  await mirror.db
    .updateTable('mirror_state')
    .set({ log_cursor: newest?.log_id, log_cursor_date: newest?.date })
    .execute()
}

/** Everything in the tenant's log is of long ago, so that it removes it as it starts. */
function age(dataFolder: string) {
  const database = new DatabaseSync(join(dataFolder, 'tenant.db'))
  database.exec(`update logs set date = '2020-01-01T00:00:00.000Z'`)
  database.close()
}
