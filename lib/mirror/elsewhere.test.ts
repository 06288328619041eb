import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { tenantForTests } from '../../bin/tenant-for-tests.ts'
import { testDatabases } from '../database/test-databases.ts'
import { management } from '../management/management'
import { mirrorForTests } from './testing/follower'

let tenant: Awaited<ReturnType<typeof tenantForTests>>
beforeAll(async () => {
  tenant = await tenantForTests()
  Object.assign(process.env, tenant.environment)
})
afterAll(() => tenant.stop())

describe.each(testDatabases)('what is changed elsewhere, in the record on $dialect', ({ newDatabase }) => {
  let mirror: Awaited<ReturnType<typeof mirrorForTests>>
  beforeEach(async () => {
    mirror = await mirrorForTests(await newDatabase())
  })
  afterEach(async () => {
    await mirror.close()
    tenant.proxy.breakLine()
    tenant.proxy.rewriteAnswers()
  })

  const recorded = () =>
    mirror.db
      .selectFrom('changes')
      .innerJoin('change_sets', 'change_sets.id', 'changes.set_id')
      .select(['kind', 'subject', 'before', 'after', 'changes.author', 'change_sets.reason', 'set_id'])
      .orderBy('changes.id')
      .execute()

  /** As when the time for it has come. */
  async function readInFull() {
    const { generation } = await mirror.until(({ building }) => building === null)
    const synchronized_at = new Date(0).toISOString()
    await mirror.db.updateTable('mirror_state').set({ synchronized_at }).execute()
    await mirror.until((state) => state.generation > generation && state.building === null)
  }

  test('is found by a full synchronization when the log never told', async () => {
    const [kept, gone] = [await newParties('kept'), await newParties('gone')]
    mirror.follow()
    await mirror.upToDate()
    tenant.proxy.rewriteAnswers(withoutWrites)
    await management((api) => api.clients.update(kept.client, { name: 'kept, renamed' }))
    await management((api) => api.clientGrants.update(kept.grant, { scope: ['read:b'] }))
    await management((api) => api.clients.delete(gone.client))
    await management((api) => api.resourceServers.update(kept.api, { scopes: [{ value: 'read:b' }] }))
    await management((api) => api.tenants.settings.update({ friendly_name: `Kestrel ${kept.client}` }))
    await mirror.upToDate()
    expect(await recorded()).toEqual([])
    await readInFull()

    const changes = await recorded()
    expect(changes.map(({ kind }) => kind).sort()).toEqual([
      'client.delete',
      'client.update',
      'grant.update',
      'scope.delete',
      'settings.update',
    ])
    expect(new Set(changes.map(({ set_id }) => set_id)).size).toBe(1)
    expect(changes.find(({ kind }) => kind === 'client.update')).toMatchObject({
      ...{ author: 'Somebody', before: '{"name":"client kept"}', after: '{"name":"kept, renamed"}' },
      reason: 'Found when the whole tenant was read. It is time to look at everything.',
    })
    await readInFull()
    expect(await recorded()).toHaveLength(5)
  })

  test('is told by the log with who did it, also while everything is read anew', async () => {
    const { client } = await newParties('told')
    mirror.follow()
    await mirror.upToDate()
    tenant.proxy.breakLine({ kind: 'delay', path: '^/api/v2/client-grants', for: 300 })
    const reading = readInFull()
    await mirror.until(({ building_step }) => building_step === 'grants')
    await management((api) => api.clients.update(client, { name: 'told, renamed' }))
    await reading

    expect(await recorded()).toMatchObject([{ kind: 'client.update', author: 'Grantboard Management' }])
  })

  test('names the parties of a grant that came with them', async () => {
    mirror.follow()
    await mirror.upToDate()
    await mirror.stopFollowing() // so that one look finds all three
    const { api } = await newParties('new')
    mirror.follow()
    await mirror.upToDate()

    const changes = await recorded()
    expect(changes.map(({ kind }) => kind)).toEqual(['client.create', 'api.create', 'grant.create'])
    expect(JSON.parse(changes[2]?.subject ?? '')).toMatchObject({
      ...{ clientName: 'client new', apiName: 'API new' },
      apiId: api,
    })
  })

  test('holds what the dashboard shows and does not set', async () => {
    const { client, api } = await newParties('told')
    mirror.follow()
    await mirror.upToDate()
    const metadata = { team: 'payments' }
    await management((api) =>
      api.clients.update(client, { client_metadata: metadata, is_first_party: false }),
    )
    await management((tenant) => tenant.resourceServers.update(api, { enforce_policies: true }))
    await mirror.upToDate()

    const changes = await recorded()
    expect(changes.map(({ before, after }) => [JSON.parse(before ?? ''), JSON.parse(after ?? '')])).toEqual([
      [
        { isFirstParty: true, metadata: null },
        { isFirstParty: false, metadata },
      ],
      [{ enforcePolicies: false }, { enforcePolicies: true }],
    ])
  })

  test('is found time and again in a tenant whose log can’t be read', async () => {
    const { client } = await newParties('polled')
    const body = JSON.stringify({ message: 'Insufficient scope, expected any of: read:logs' })
    tenant.proxy.breakLine({ kind: 'answer', path: '^/api/v2/logs', status: 403, body })
    mirror.follow()
    await mirror.until(({ synchronized_at }) => synchronized_at !== null)
    await management((api) => api.clients.update(client, { name: 'polled, renamed' }))
    await readInFull()

    expect(await mirror.until(() => true)).toMatchObject({
      log_unusable: expect.stringContaining('read:logs'),
    })
    expect(await recorded()).toMatchObject([{ kind: 'client.update', after: '{"name":"polled, renamed"}' }])
  })

  test('holds a rotated secret and settings, and never the secret', async () => {
    const { client } = await newParties('rotated')
    mirror.follow()
    await mirror.upToDate()
    await management((api) => api.clients.rotateSecret(client))
    await management((api) => api.clients.update(client, { client_secret: 'chosen'.repeat(10) }))
    await management((api) => api.tenants.settings.update({ default_audience: 'urn:elsewhere' }))
    await mirror.upToDate()

    const changes = await recorded()
    expect(changes).toMatchObject([
      { kind: 'client.rotate_secret', before: null, after: null, author: 'Grantboard Management' },
      { kind: 'client.rotate_secret', before: null, after: null },
      { kind: 'settings.update', after: '{"defaultAudience":"urn:elsewhere"}' },
    ])
    expect(JSON.parse(changes[0]?.subject ?? '')).toEqual({ clientId: client, clientName: 'client rotated' })
    await management((api) => api.tenants.settings.update({ default_audience: '' }))
  })
})

const withoutWrites = (url: string, answer: unknown) =>
  url.startsWith('/api/v2/logs?') && Array.isArray(answer)
    ? answer.filter(({ type }) => type !== 'sapi')
    : answer

async function newParties(name: string) {
  const audience = `urn:${crypto.randomUUID()}`
  const scopes = [{ value: 'read:a' }, { value: 'read:b' }]
  const { client_id: client = '' } = await management((api) =>
    api.clients.create({ name: `client ${name}`, grant_types: ['client_credentials'] }),
  )
  const { id: api = '' } = await management((call) =>
    call.resourceServers.create({ name: `API ${name}`, identifier: audience, scopes }),
  )
  const { id: grant = '' } = await management((call) =>
    call.clientGrants.create({ client_id: client, audience, scope: ['read:a', 'read:b'] }),
  )
  return { client, api, grant }
}
