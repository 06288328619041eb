import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestTenant, type TestTenant } from '../test-tenant.ts'
import { absentFeatures } from './absent-features.ts'

let tenant: TestTenant
beforeAll(async () => {
  tenant = await startTestTenant()
})
afterAll(() => tenant.stop())

const endpoints = absentFeatures.map(({ method, path }) => [method, path.replace(/:\w+/g, 'x')])

it.each(endpoints)('%s %s asks for its scope', async (method, path) => {
  const bearer = await tenant.tokenFor('read:stats')
  const refused = await tenant.call(method, path, undefined, bearer)
  expect(refused).toMatchObject({ status: 403, body: { errorCode: 'insufficient_scope' } })
})

it('lists of what the tenant never has are empty, in every form', async () => {
  expect((await tenant.call('GET', '/rules')).body).toEqual([])
  expect((await tenant.call('GET', '/rules?page=0&per_page=100&include_totals=true')).body).toEqual({
    total: 0,
    start: 0,
    limit: 100,
    rules: [],
  })
  expect((await tenant.call('GET', '/connections?take=50')).body).toEqual({ connections: [] })
})

it.each([
  ['PATCH', '/attack-protection/brute-force-protection', { enabled: true }],
  ['PUT', '/guardian/policies', ['all-applications']],
])('%s %s takes what it answered, and nothing else', async (method, path, other) => {
  const { body } = await tenant.call('GET', path)
  expect(await tenant.call(method, path, body)).toMatchObject({ status: 200, body })
  expect(await tenant.call(method, path, other)).toMatchObject({
    status: 403,
    body: { errorCode: 'operation_not_supported' },
  })
  expect((await tenant.call('GET', path)).body).toEqual(body)
})
