import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
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
afterEach(() => tenant.proxy.breakLine())

describe.each(testDatabases)('the mirror on $dialect', ({ newDatabase }) => {
  let mirror: Awaited<ReturnType<typeof mirrorForTests>>
  beforeEach(async () => {
    mirror = await mirrorForTests(await newDatabase())
  })
  afterEach(() => mirror.close())

  const clientNames = async () =>
    (await mirror.db.selectFrom('clients').select('name').execute()).map(({ name }) => name)
  const scopesHeld = async (id: string) => {
    const rows = await mirror.db
      .selectFrom('grant_scopes')
      .select('scope')
      .where('grant_id', '=', id)
      .execute()
    return rows.map(({ scope }) => scope).sort()
  }

  it('holds what the tenant holds', async () => {
    const { client, api, grant } = await seed('holds')
    mirror.follow()
    await mirror.upToDate()

    expect(await clientNames()).toContain('client holds')
    expect(await mirror.db.selectFrom('apis').select('name').where('id', '=', api).execute()).toHaveLength(1)
    expect(await scopesHeld(grant)).toEqual(['read:a', 'read:b'])
    expect(await mirror.db.selectFrom('mirror_settings').selectAll().execute()).toHaveLength(1)
    expect(client).toBeDefined()
  })

  it('sees what is made, changed and deleted elsewhere', async () => {
    mirror.follow()
    await mirror.upToDate()
    const { client, api, grant } = await seed('elsewhere')
    await mirror.upToDate()
    expect(await clientNames()).toContain('client elsewhere')

    await management((call) => call.clients.update(client, { name: 'renamed' }))
    await management((call) => call.clientGrants.update(grant, { scope: ['read:b'] }))
    await mirror.upToDate()
    expect(await clientNames()).toContain('renamed')
    expect(await scopesHeld(grant)).toEqual(['read:b'])

    await management((call) => call.clients.delete(client))
    await management((call) => call.resourceServers.delete(api))
    await mirror.upToDate()
    expect(await clientNames()).not.toContain('renamed')
    expect(await scopesHeld(grant)).toEqual([])
    expect(await mirror.db.selectFrom('apis').select('id').where('id', '=', api).execute()).toEqual([])
  })

  it('records what was changed elsewhere, with before, after and who, and not what was written here', async () => {
    mirror.follow()
    await mirror.upToDate()
    const { client, grant } = await seed('recorded')
    await mirror.upToDate()
    await management((call) => call.clients.update(client, { name: 'renamed elsewhere' }))
    await management((call) => call.clientGrants.update(grant, { scope: ['read:b'] }))
    await mirror.upToDate()

    const own = crypto.randomUUID()
    await mirror.db
      .insertInto('change_sets')
      .values({ id: own, at: '', author: 'ada', reason: null })
      .execute()
    const written = { headers: { 'X-Correlation-ID': own } }
    await management((call) => call.clients.update(client, { name: 'renamed here' }, written))
    await mirror.upToDate()

    const changes = await mirror.db
      .selectFrom('changes')
      .innerJoin('change_sets', 'change_sets.id', 'changes.set_id')
      .select(['kind', 'object', 'before', 'after', 'changes.author', 'origin'])
      .where('object', 'like', `%${client}%`)
      .orderBy('changes.id')
      .execute()
    expect(changes.map(({ kind }) => kind)).toEqual([
      'client.create',
      'grant.create',
      'client.update',
      'grant.update',
    ])
    expect(new Set(changes.map(({ origin }) => origin))).toEqual(new Set(['elsewhere']))
    const [, , renamed, narrowed] = changes
    expect(renamed).toMatchObject({
      author: 'Grantboard Management',
      before: '{"name":"client recorded"}',
      after: '{"name":"renamed elsewhere"}',
    })
    expect(JSON.parse(narrowed?.after ?? '')).toEqual({ scope: ['read:b'], allScopes: false })
    expect(await clientNames()).toContain('renamed here')
  })

  it('begins anew when the tenant’s log has lost the place, and says so', async () => {
    mirror.follow()
    await mirror.upToDate()
    await mirror.stopFollowing()
    await mirror.db.updateTable('mirror_state').set({ log_cursor: '90000000000000000099999' }).execute()
    await seed('after the gap')
    mirror.follow()
    await mirror.upToDate()

    expect(await mirror.until(({ log_gap }) => log_gap !== null)).toMatchObject({ generation: 2 })
    expect(await clientNames()).toContain('client after the gap')
  })

  it('says that the tenant refuses or is away, and goes on when it answers again', async () => {
    mirror.follow()
    await mirror.upToDate()
    tenant.proxy.breakLine({ kind: 'drop', path: '/api/v2/' })
    const away = await mirror.until(({ unreachable_since }) => unreachable_since !== null)
    expect(away.unreachable_because).toContain('can’t be reached')
    tenant.proxy.breakLine({ kind: 'answer', path: '/api/v2/', status: 429, body: '{}' })
    await mirror.until(({ looks }) => looks === away.looks)
    tenant.proxy.breakLine()
    await seed('afterwards')
    await mirror.upToDate()

    expect(await clientNames()).toContain('client afterwards')
    expect(await mirror.until(({ unreachable_since }) => unreachable_since === null)).toMatchObject({
      log_gap: null,
    })
  })

  it('keeps no secret', async () => {
    const { client } = await seed('secret')
    const { client_secret = '' } = await management((call) => call.clients.get(client))
    mirror.follow()
    await mirror.upToDate()
    const { client_secret: rotated = '' } = await management((call) => call.clients.rotateSecret(client))
    await mirror.upToDate()

    const tables = ['clients', 'changes', 'mirror_own_writes', 'mirror_log_seen'] as const
    const kept = await Promise.all(tables.map((table) => mirror.db.selectFrom(table).selectAll().execute()))
    expect(client_secret).not.toBe('')
    expect(JSON.stringify(kept)).not.toContain(client_secret)
    expect(JSON.stringify(kept)).not.toContain(rotated)
  })

  it('goes on where it was when it was stopped for a while', async () => {
    mirror.follow()
    await mirror.upToDate()
    await mirror.stopFollowing()
    const before = tenant.proxy.seen().length
    await seed('meanwhile')
    mirror.follow()
    await mirror.upToDate()

    expect(await clientNames()).toContain('client meanwhile')
    expect(tenant.proxy.seen().slice(before)).not.toContain('(background) GET /api/v2/clients')
  })
})

async function seed(name: string) {
  const identifier = `urn:${crypto.randomUUID()}`
  const scopes = [{ value: 'read:a' }, { value: 'read:b' }]
  const { client_id: client = '' } = await management((api) =>
    api.clients.create({ name: `client ${name}`, grant_types: ['client_credentials'] }),
  )
  const { id: api = '' } = await management((call) =>
    call.resourceServers.create({ name: `API ${name}`, identifier, scopes }),
  )
  const { id: grant = '' } = await management((call) =>
    call.clientGrants.create({ client_id: client, audience: identifier, scope: ['read:a', 'read:b'] }),
  )
  return { client, api, grant }
}
