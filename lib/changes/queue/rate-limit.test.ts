import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { tenantForTests } from '../../../bin/tenant-for-tests.ts'
import { management } from '../../management/management'
import { inTurn } from '../../management/pace'
import type { Change } from '../change'
import { readSet } from '../read-set'
import { createSet, startSet } from '../set-store'
import { runSet } from './run-set'

const ada = { email: 'ada@grantboard.example' }
const [apis, perSecond] = [5, 2]

let tenant: Awaited<ReturnType<typeof tenantForTests>>
beforeAll(async () => {
  tenant = await tenantForTests({ TENANT_RATE_LIMITS: 'free' })
  Object.assign(process.env, tenant.environment)
})
afterAll(() => tenant.stop())

afterEach(() => tenant.proxy.breakLine())

test('a set uses up the limit of a free tenant and is never told of it', async () => {
  const id = await newSet('used-up', 4)
  const start = tenant.proxy.seen().length

  const began = performance.now()
  await runSet(id)
  const seconds = (performance.now() - began) / 1000

  const set = await readSet(id)
  expect(set?.state).toBe('applied')
  expect(set?.steps.map(({ state }) => state)).toEqual(Array(4 * apis).fill('applied'))
  const calls = tenant.proxy.seen().slice(start)
  expect(calls).toHaveLength(4 * apis) // one call for each, none of them refused
  expect(calls.length / (seconds + 1 / perSecond)).toBeGreaterThan(0.9 * perSecond)
})

test('a call that is refused all the same is made again once, and brings on no other', async () => {
  const id = await newSet('refused', 2)
  const start = tenant.proxy.seen().length
  tenant.proxy.breakLine({
    ...{ kind: 'answer', path: '^/api/v2/client-grants', times: 1 },
    ...{ status: 429, body: '{}', headers: { 'retry-after': '1' } },
  })
  await runSet(id)

  expect((await readSet(id))?.state).toBe('applied')
  expect(tenant.proxy.seen().slice(start)).toHaveLength(2 * apis + 1)
})

/** A grant of each of so many new clients for each of the new APIs. */
async function newSet(name: string, clients: number) {
  const [made, audiences] = await inTurn(() =>
    Promise.all([
      Promise.all(Array.from({ length: clients }, (_, n) => newClient(`client ${n}`))),
      Promise.all(Array.from({ length: apis }, (_, n) => newApi(`urn:${name}:${n}`))),
    ]),
  )
  const changes = made.flatMap((clientId) => audiences.map((audience) => authorize(clientId, audience)))
  const id = await createSet(
    { admin: ada, origin: 'matrix' },
    changes.map((change) => ({ change })),
  )
  await startSet(id, ada)
  return id
}

async function newClient(name: string) {
  const { client_id } = await management((api) =>
    api.clients.create({ name, app_type: 'non_interactive', grant_types: ['client_credentials'] }),
  )
  return String(client_id)
}

async function newApi(identifier: string) {
  await management((api) =>
    api.resourceServers.create({ identifier, name: identifier, scopes: [{ value: 'read:a' }] }),
  )
  return identifier
}

const authorize = (clientId: string, audience: string): Change => ({
  kind: 'grant.create',
  clientId,
  audience,
  clientName: clientId,
  apiName: audience,
  to: { scope: ['read:a'], allScopes: false },
})
