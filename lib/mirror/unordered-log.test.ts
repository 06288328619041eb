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

type Entry = { log_id: string }

/** A log that shows every third entry only when it is asked a second time, each twice and in no order. */
function unordered() {
  const asked = new Map<string, number>()
  const isLate = ({ log_id }: Entry) => {
    const times = (asked.get(log_id) ?? 0) + 1
    asked.set(log_id, times)
    return Number(log_id.slice(-6)) % 3 === 0 && times < 2
  }
  return (url: string, answer: unknown) => {
    if (!url.startsWith('/api/v2/logs?') || !Array.isArray(answer)) return answer
    const shown = answer.filter((entry) => !isLate(entry))
    return [...shown.toReversed(), ...shown]
  }
}

test('entries that come late, out of order and twice are each counted once', async () => {
  const worker = await newWorker()
  mirror.follow()
  await mirror.upToDate()
  tenant.proxy.rewriteAnswers(unordered())
  tenant.proxy.breakLine({ kind: 'delay', path: '^/api/v2/logs\\?', for: 40 })
  const clients: string[] = []
  for (let n = 0; n < 12; n++) {
    const { client_id } = await management((api) => api.clients.create({ name: `client ${n}` }))
    await worker.ask()
    clients.push(`client ${client_id}`)
  }

  const issued = async () =>
    (await mirror.db.selectFrom('observed_tokens').select('issued').execute()).map(({ issued }) => issued)
  await mirror.until(async () => ((await issued())[0] ?? 0) >= 12)
  await mirror.upToDate()
  await mirror.upToDate()
  expect(await issued()).toEqual([12])
  const recorded = await mirror.db.selectFrom('changes').select('object').execute()
  expect(recorded.map(({ object }) => object).sort()).toEqual(clients.sort())
  expect(await mirror.until(() => true)).toMatchObject({ generation: 1, log_gap: null })
})
