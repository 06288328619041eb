import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { tenantForTests } from '../../bin/tenant-for-tests.ts'
import { management } from '../management/management'
import { mirrorForTests } from './testing/follower'
import { newWorker } from './testing/tokens'

const crowd = 130

let tenant: Awaited<ReturnType<typeof tenantForTests>>
let mirror: Awaited<ReturnType<typeof mirrorForTests>>
beforeAll(async () => {
  tenant = await tenantForTests()
  Object.assign(process.env, tenant.environment)
  for (let n = 0; n < crowd; n++) await management((api) => api.clients.create({ name: `client ${n}` }))
})
afterAll(() => tenant.stop())
beforeEach(async () => {
  mirror = await mirrorForTests()
})
afterEach(async () => {
  await mirror.close()
  tenant.proxy.breakLine()
  tenant.proxy.rewriteAnswers()
})

const lists = /\(background\) GET \/api\/v2\/(clients|resource-servers|client-grants|tenants\/settings)$/
const callsSince = (start: number) => tenant.proxy.seen().slice(start)
const listCalls = (start: number) => callsSince(start).filter((call) => lists.test(call)).length
const minimum = Math.ceil((crowd + 1) / 100) + 3 // of clients, and of APIs, client grants and settings
const readInFull = () => mirror.until(({ synchronized_at }) => synchronized_at !== null)
const names = async () =>
  (await mirror.db.selectFrom('clients').select('name').execute()).map(({ name }) => name)

test('a full synchronization takes no more calls than the lists have parts', async () => {
  const start = tenant.proxy.seen().length
  mirror.follow()
  await readInFull()
  await mirror.upToDate()
  expect(listCalls(start)).toBe(minimum)
})

test('a tenant that refuses every second call is read all the same', async () => {
  const start = tenant.proxy.seen().length
  tenant.proxy.breakLine({ kind: 'answer', path: '^/api/v2/', status: 429, body: '{}', every: 2 })
  mirror.follow()
  await readInFull()

  expect(await names()).toEqual(expect.arrayContaining(['client 0', `client ${crowd - 1}`]))
  expect(await mirror.until(() => true)).toMatchObject({
    generation: 1,
    unreachable_since: null,
    log_gap: null,
  })
  expect(listCalls(start)).toBeLessThanOrEqual(2 * minimum)
})

test('an object that changes while it is listed is what it became', async () => {
  const { client_id = '' } = await management((api) => api.clients.create({ name: 'before' }))
  tenant.proxy.breakLine({ kind: 'delay', path: '^/api/v2/(resource-servers|client-grants)', for: 500 })
  mirror.follow()
  await mirror.until(({ building_step }) => building_step === 'apis')
  await management((api) => api.clients.update(client_id, { name: 'after' }))
  await readInFull()
  await mirror.upToDate()

  expect(await names()).toContain('after')
  expect(await names()).not.toContain('before')
  await management((api) => api.clients.delete(client_id))
})

test('a tenant whose clock is a day ahead is followed as any other', async () => {
  tenant.proxy.rewriteAnswers(aDayAhead)
  const worker = await newWorker()
  mirror.follow()
  await mirror.upToDate()
  await worker.ask()
  const { client_id = '' } = await management((api) => api.clients.create({ name: 'tomorrow' }))
  await mirror.until(async () => (await worker.tokens(mirror.db)) !== undefined)
  await mirror.upToDate()

  const token = await worker.tokens(mirror.db)
  expect(token?.issued).toBe(1)
  expect(Date.parse(token?.last_at ?? '')).toBeGreaterThan(Date.now() + dayMs / 2)
  expect(await names()).toContain('tomorrow')
  expect(await mirror.until(() => true)).toMatchObject({ generation: 1, log_gap: null })
  await management((api) => api.clients.delete(client_id))
})

test('while somebody waits for the tenant, the mirror asks it nothing', async () => {
  mirror.follow()
  await mirror.upToDate()
  tenant.proxy.breakLine({ kind: 'delay', path: '^/api/v2/tenants/settings', for: 1200, times: 1 })
  const person = management((api) => api.tenants.settings.get({}))
  const start = await vi.waitUntil(
    () => tenant.proxy.seen().lastIndexOf('GET /api/v2/tenants/settings') + 1 || undefined,
  )
  await person
  // One may have been on its way already, of the twenty that there would have been.
  expect(callsSince(start).length).toBeLessThanOrEqual(1)
})

const dayMs = 86_400_000

function aDayAhead(url: string, answer: unknown) {
  const later = <Dated extends { date: string }>(entry: Dated) => ({
    ...entry,
    date: new Date(Date.parse(entry.date) + dayMs).toISOString(),
  })
  if (!url.startsWith('/api/v2/logs')) return answer
  return Array.isArray(answer) ? answer.map(later) : later(answer as { date: string })
}
