import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { tenantForTests } from '../../bin/tenant-for-tests.ts'
import { readChanges } from '../changes/records'
import { findGrant } from '../grants/find-grant'
import { management } from '../management/management'
import { makeTestClient } from './test-client'

const ada = { email: 'ada@grantboard.example' }

let tenant: Awaited<ReturnType<typeof tenantForTests>>
beforeAll(async () => {
  tenant = await tenantForTests()
  Object.assign(process.env, tenant.environment)
})
afterEach(() => tenant.proxy.breakLine())
afterAll(() => tenant.stop())

async function newApi(name: string) {
  const { id = '', identifier = '' } = await management((api) =>
    api.resourceServers.create({
      name,
      identifier: `urn:${crypto.randomUUID()}`,
      signing_alg: 'RS256',
      scopes: [{ value: 'read:a', description: '' }],
    }),
  )
  return { id, identifier }
}

test('a test client is made and authorized with every scope, in one change set', async () => {
  const { id, identifier } = await newApi('Orders API')

  const clientId = await makeTestClient(id, ada)

  const client = await management((api) => api.clients.get(clientId))
  expect(client).toMatchObject({ name: 'Orders API (Test Application)', grant_types: ['client_credentials'] })
  expect((await findGrant(clientId, identifier))?.scope).toEqual(['read:a'])
  const [granted, created] = (await readChanges(0, 2)).changes
  expect([created?.kind, granted?.kind]).toEqual(['client.create', 'grant.create'])
  expect(granted?.setId).toBe(created?.setId)
})

test('a long name of the API is cut to what a client may be named', async () => {
  const { id } = await newApi('A'.repeat(200))

  const { name } = await management(async (api) => api.clients.get(await makeTestClient(id, ada)))

  expect(name).toHaveLength(200)
  expect(name).toMatch(/A \(Test Application\)$/)
})

test('where only the client could be made, it is said so', async () => {
  const { id } = await newApi('Half API')
  tenant.proxy.breakLine({ kind: 'drop', path: '/api/v2/client-grants', method: 'POST' })

  await expect(makeTestClient(id, ada)).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringMatching(/^Half API \(Test Application\) was created, but not authorized\./),
  })
})
