import { afterAll, beforeAll, expect, test } from 'vitest'
import { tenantForTests } from '../../bin/tenant-for-tests.ts'
import { dashboardDatabase } from '../dashboard-database/database'
import { putSettings } from '../mirror/settings-row.ts'
import { currentSettings } from './current'

let tenant: Awaited<ReturnType<typeof tenantForTests>>
beforeAll(async () => {
  tenant = await tenantForTests()
  Object.assign(process.env, tenant.environment)
})
afterAll(() => tenant.stop())

const reads = () => tenant.proxy.seen().filter((call) => call === 'GET /api/v2/tenants/settings').length

test('settings that were never read are asked for', async () => {
  expect(await currentSettings()).toMatchObject({ apisEnabled: true })
  expect(reads()).toBe(1)

  tenant.proxy.breakLine({ kind: 'drop', path: 'settings' })
  await expect(currentSettings()).rejects.toMatchObject({ code: 'unavailable' })
  tenant.proxy.breakLine()
})

test('settings that were read cost no call, also while the tenant is away', async () => {
  const row = {
    id: 1,
    friendly_name: 'Acme',
    default_audience: '',
    apis_enabled: 0,
    token_quota: null,
  } as const
  await putSettings(await dashboardDatabase(), row)
  const before = reads()

  expect(await currentSettings()).toEqual({
    friendlyName: 'Acme',
    defaultAudience: '',
    apisEnabled: false,
    tokenQuota: null,
  })
  expect(reads()).toBe(before)
})
