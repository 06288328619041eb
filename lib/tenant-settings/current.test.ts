import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { tenantForTests } from '../../bin/tenant-for-tests.ts'
import { currentSettings, rememberSettings } from './current'

const minute = 60_000

let tenant: Awaited<ReturnType<typeof tenantForTests>>
beforeAll(async () => {
  tenant = await tenantForTests()
  Object.assign(process.env, tenant.environment)
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => tenant.proxy.breakLine())
afterAll(async () => {
  vi.useRealTimers()
  await tenant.stop()
})

const reads = () => tenant.proxy.seen().filter((call) => call === 'GET /api/v2/tenants/settings').length
const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds)

test('settings that were never known fail in words', async () => {
  tenant.proxy.breakLine({ kind: 'drop', path: '/' })

  await expect(currentSettings()).rejects.toMatchObject({ code: 'unavailable' })
})

test('settings are read once a minute', async () => {
  const before = reads()
  await currentSettings()
  later(minute - 1)
  await currentSettings()
  expect(reads() - before).toBe(1)

  later(1)
  await currentSettings()
  expect(reads() - before).toBe(2)
})

test('the last known settings serve while the tenant is down', async () => {
  const known = await currentSettings()
  later(2 * minute)
  tenant.proxy.breakLine({ kind: 'drop', path: '/' })

  expect(await currentSettings()).toEqual(known)
})

test('what was just written is known without asking', async () => {
  rememberSettings({ friendlyName: 'Acme', defaultAudience: '', apisEnabled: false, tokenQuota: null })
  const before = reads()

  expect(await currentSettings()).toMatchObject({
    friendlyName: 'Acme',
    apisEnabled: false,
    tokenQuota: null,
  })
  expect(reads()).toBe(before)
})
