import { afterAll, beforeAll, expect, test } from 'vitest'
import { tenantForTests } from '../../bin/tenant-for-tests.ts'
import { management } from '../management/management'
import { mirrorForTests } from './testing/follower'
import { newWorker } from './testing/tokens'

let tenant: Awaited<ReturnType<typeof tenantForTests>>
let mirror: Awaited<ReturnType<typeof mirrorForTests>>
beforeAll(async () => {
  tenant = await tenantForTests()
  Object.assign(process.env, tenant.environment)
  mirror = await mirrorForTests()
})
afterAll(async () => {
  await mirror.close()
  await tenant.stop()
})

type Entry = { log_id: string; date: string }

/** Well within what the mirror waits for. */
const lateMs = 1_000
const [clientCount, tokensEach] = [12, 12]

/** A log that from now on shows every third entry only when it is a second old, each twice and in no order. */
function unordered() {
  const since = Date.now()
  const late = new Set<string>()
  const isLate = ({ log_id, date }: Entry) => {
    const at = Date.parse(date)
    if (at < since || Date.now() - at > lateMs || Number(log_id.slice(-6)) % 3 !== 0) return false
    late.add(log_id)
    return true
  }
  const rewrite = (url: string, answer: unknown) => {
    if (!url.startsWith('/api/v2/logs?') || !Array.isArray(answer)) return answer
    const shown = answer.filter((entry) => !isLate(entry))
    return [...shown.toReversed(), ...shown]
  }
  return { late, rewrite }
}

test('entries that come late, out of order and twice are each counted once', async () => {
  const worker = await newWorker()
  mirror.follow()
  await mirror.upToDate()
  const { late, rewrite } = unordered()
  tenant.proxy.rewriteAnswers(rewrite)
  tenant.proxy.breakLine({ kind: 'delay', path: '^/api/v2/logs\\?', for: 40 })
  const clients: string[] = []
  const tokens = clientCount * tokensEach
  for (let n = 0; n < clientCount; n++) {
    const { client_id } = await management((api) => api.clients.create({ name: `client ${n}` }))
    await Promise.all(Array.from({ length: tokensEach }, () => worker.ask()))
    clients.push(`client ${client_id}`)
  }

  const issued = async () => (await worker.tokens(mirror.db))?.issued ?? 0
  await mirror.until(async () => (await issued()) >= tokens)
  await mirror.upToDate()
  await mirror.upToDate()
  expect(late.size).toBeGreaterThan(0)
  expect(await issued()).toBe(tokens)
  const recorded = await mirror.db.selectFrom('changes').select('object').execute()
  expect(recorded.map(({ object }) => object).sort()).toEqual(clients.sort())
  expect(await mirror.until(() => true)).toMatchObject({ generation: 1, log_gap: null })
})
