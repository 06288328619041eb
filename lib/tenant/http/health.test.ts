import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newDatabase, testDatabases } from '../../database/test-databases.ts'
import { request, startTestTenant, type TestTenant } from '../test-tenant.ts'

describe.each(testDatabases)('health on $dialect', ({ newDatabase }) => {
  let tenant: TestTenant
  beforeAll(async () => {
    tenant = await startTestTenant({ databaseUrl: await newDatabase() })
  })
  afterAll(() => tenant.stop())

  it.each(['health', 'health/live', 'health/ready', 'health/ready?probe=1'])('/%s is ok', async (path) => {
    const { status, headers, body } = await request(new URL(path, tenant.issuer), {})
    expect({ status, body }).toEqual({ status: 200, body: { status: 'ok' } })
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-type')).toMatch(/^application\/json/)
  })

  it('answers HEAD, and knows no other path or method', async () => {
    const ask = (path: string, method: string) => fetch(new URL(path, tenant.issuer), { method })
    expect((await ask('health', 'HEAD')).status).toBe(200)
    expect((await ask('health', 'POST')).status).toBe(404)
    expect((await ask('healthy', 'GET')).status).toBe(404)
  })
})

it('a tenant whose storage does not answer is alive, but not ready', async () => {
  const databaseUrl = await newDatabase()
  const tenant = await startTestTenant({ databaseUrl })
  const ask = async (path: string) => (await request(new URL(path, tenant.issuer), {})).body
  const other = new pg.Client({ connectionString: databaseUrl })
  await other.connect()
  await other.query('begin; lock table tenant.signing_keys in access exclusive mode')

  await expect
    .poll(() => ask('health'), { timeout: 10_000 })
    .toEqual({ status: 'unavailable', reason: 'storage' })
  expect((await fetch(new URL('health/ready', tenant.issuer))).status).toBe(503)
  expect(await ask('health/live')).toEqual({ status: 'ok' })
  await other.end()
  await expect.poll(() => ask('health/ready'), { timeout: 10_000 }).toEqual({ status: 'ok' })
  await tenant.stop()
})
