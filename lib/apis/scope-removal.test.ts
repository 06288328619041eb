import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { tenantForTests } from '../../bin/tenant-for-tests.ts'
import { readChanges } from '../changes/records'
import { grantsHolding } from '../grants/holders'
import { management } from '../management/management'
import { removeScopeEverywhere } from './scope-removal'

const ada = { email: 'ada@grantboard.example' }

let tenant: Awaited<ReturnType<typeof tenantForTests>>
beforeAll(async () => {
  tenant = await tenantForTests()
  Object.assign(process.env, tenant.environment)
})
afterEach(() => tenant.proxy.breakLine())
afterAll(() => tenant.stop())

test('a scope goes from the grants that name it, then from the API, as one change set', async () => {
  const api = await newApi('urn:removal')
  await grant(await newClient(), api.identifier, ['read:a', 'read:b'])
  await grant(await newClient(), api.identifier, ['read:a'])
  await grant(await newClient(), api.identifier, ['read:b'])

  expect(await removeScopeEverywhere(api.id, 'read:a', ada)).toBe(2)

  expect(await grantsHolding(api.identifier, 'read:a')).toEqual([])
  expect(await grantsHolding(api.identifier, 'read:b')).toHaveLength(2)
  expect(await scopesOf(api.id)).toEqual(['read:b'])
  const { changes } = await readChanges(0, 3)
  expect(changes.map(({ kind }) => kind)).toEqual(['scope.delete', 'grant.update', 'grant.update'])
  expect(new Set(changes.map(({ setId }) => setId)).size).toBe(1)
})

test('a failure in the middle says how far it came, and the same call goes on from there', async () => {
  const api = await newApi('urn:middle')
  for (const _ of [1, 2, 3]) await grant(await newClient(), api.identifier, ['read:a'])
  const last = (await grantsHolding(api.identifier, 'read:a')).at(-1)
  const path = `/client-grants/${last?.id}`
  tenant.proxy.breakLine({ kind: 'answer', path, method: 'PATCH', status: 409, body: '{"message":"Busy"}' })

  await expect(removeScopeEverywhere(api.id, 'read:a', ada)).rejects.toMatchObject({
    code: 'conflict',
    message:
      'read:a was taken out of 2 of 3 grants and is still a scope of urn:middle. ' +
      'Then: Busy. Nothing was changed. Removing it again goes on from there.',
  })
  expect(await scopesOf(api.id)).toContain('read:a')

  tenant.proxy.breakLine()
  expect(await removeScopeEverywhere(api.id, 'read:a', ada)).toBe(1)
  expect(await grantsHolding(api.identifier, 'read:a')).toEqual([])
  expect(await scopesOf(api.id)).not.toContain('read:a')
})

test('a scope that was granted while it was being removed is taken back', async () => {
  const api = await newApi('urn:late')
  const clientId = await newClient()
  const patch = `PATCH /api/v2/resource-servers/${api.id}`
  tenant.proxy.breakLine({ kind: 'delay', path: api.id, method: 'PATCH', for: 1500 })

  const removal = removeScopeEverywhere(api.id, 'read:a', ada)
  await vi.waitUntil(() => tenant.proxy.seen().includes(patch), 10_000)
  await grant(clientId, api.identifier, ['read:a', 'read:b'])

  expect(await removal).toBe(1)
  expect(await grantsHolding(api.identifier, 'read:a')).toEqual([])
})

test('the scopes of the system API cost nobody a grant', async () => {
  const { data } = await management((api) => api.resourceServers.list())
  const { id = '', identifier = '' } = data.find(({ is_system }) => is_system) ?? {}
  const before = await grantsHolding(identifier, 'read:clients')

  await expect(removeScopeEverywhere(id, 'read:clients', ada)).rejects.toMatchObject({ code: 'forbidden' })

  expect(before).not.toEqual([])
  expect(await grantsHolding(identifier, 'read:clients')).toEqual(before)
})

test('a scope that is gone already is said to be gone', async () => {
  const api = await newApi('urn:gone')

  await expect(removeScopeEverywhere(api.id, 'read:x', ada)).rejects.toMatchObject({ code: 'not_found' })
})

async function newApi(identifier: string) {
  const scopes = [{ value: 'read:a' }, { value: 'read:b' }]
  const { id = '' } = await management((api) =>
    api.resourceServers.create({ name: identifier, identifier, scopes }),
  )
  return { id, identifier }
}

async function newClient() {
  const { client_id = '' } = await management((api) =>
    api.clients.create({ name: 'Holder', grant_types: ['client_credentials'] }),
  )
  return client_id
}

const grant = (client_id: string, audience: string, scope: string[]) =>
  management((api) => api.clientGrants.create({ client_id, audience, scope }))

async function scopesOf(apiId: string) {
  const { scopes = [] } = await management((api) => api.resourceServers.get(apiId))
  return scopes.map(({ value }) => value)
}
