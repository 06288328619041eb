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

/** Nothing comes later than this into the log, well within what the mirror waits for. */
const latestMs = 2_000

/** A log that from now on shows every third entry only when it is asked again, each twice and in no order. */
function unordered() {
  const since = Date.now()
  const hidden = new Set<string>()
  const isLate = ({ log_id, date }: Entry) => {
    const at = Date.parse(date)
    if (at < since || Date.now() - at > latestMs || hidden.has(log_id)) return false
    if (Number(log_id.slice(-6)) % 3 !== 0) return false
    hidden.add(log_id)
    return true
  }
  const rewrite = (url: string, answer: unknown) => {
    if (!url.startsWith('/api/v2/logs?') || !Array.isArray(answer)) return answer
    const shown = answer.filter((entry) => !isLate(entry))
    return [...shown.toReversed(), ...shown]
  }
  return { hidden, rewrite }
}

test('entries that come late, out of order and twice are each counted once', async () => {
  const worker = await newWorker()
  mirror.follow()
  await mirror.upToDate()
  const { hidden, rewrite } = unordered()
  tenant.proxy.rewriteAnswers(rewrite)
  tenant.proxy.breakLine({ kind: 'delay', path: '^/api/v2/logs\\?', for: 40 })
  const clients: string[] = []
  for (let n = 0; n < 12; n++) {
    const { client_id } = await management((api) => api.clients.create({ name: `client ${n}` }))
    await worker.ask()
    clients.push(`client ${client_id}`)
  }

  const issued = async () => (await worker.tokens(mirror.db))?.issued ?? 0
  await mirror.until(async () => (await issued()) >= 12)
  await mirror.upToDate()
  await mirror.upToDate()
  expect(hidden.size).toBeGreaterThan(0)
  expect(await issued()).toBe(12)
  const recorded = await mirror.db.selectFrom('changes').select('object').execute()
  expect(recorded.map(({ object }) => object).sort()).toEqual(clients.sort())
  expect(await mirror.until(() => true)).toMatchObject({ generation: 1, log_gap: null })
})
