import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tenantForTests } from '../../bin/tenant-for-tests.ts'
import { latest, newClient } from './carry-out/things-for-tests'

let tenant: Awaited<ReturnType<typeof tenantForTests>>
beforeAll(async () => {
  tenant = await tenantForTests()
  Object.assign(process.env, tenant.environment)
})
afterAll(() => tenant.stop())

test('a write that was lost on the way is recorded as failed, in words', async () => {
  tenant.proxy.breakLine({ kind: 'drop', path: '/api/v2/clients', method: 'POST' })
  try {
    await expect(newClient('Lost')).rejects.toMatchObject({ code: 'unavailable' })
  } finally {
    tenant.proxy.breakLine()
  }
  const { state, reason } = await latest()
  expect(state).toBe('failed')
  expect(reason).toMatch(/can’t be reached. It is not known whether it made the change/)
})

test('a change that can’t be recorded is not said to be undone', async () => {
  const database = new DatabaseSync(join(tenant.environment.DATA_DIR, 'dashboard.db'))
  database.exec('alter table changes rename to elsewhere')
  try {
    await expect(newClient('Unrecorded')).rejects.toMatchObject({
      message: expect.stringMatching(/^The tenant made the change, but Grantboard could not record it/),
    })
  } finally {
    database.exec('alter table elsewhere rename to changes')
    database.close()
  }
})

test('an answer that makes no sense is recorded too', async () => {
  tenant.proxy.breakLine({
    kind: 'answer',
    path: '/api/v2/clients',
    method: 'POST',
    status: 201,
    body: '{"name":"Odd"}',
  })
  try {
    await expect(newClient('Odd')).rejects.toBeInstanceOf(TypeError)
  } finally {
    tenant.proxy.breakLine()
  }
  expect(await latest()).toMatchObject({
    state: 'failed',
    subject: { clientName: 'Odd' },
    reason: expect.stringMatching(/It is not known whether the tenant changed/),
  })
})
