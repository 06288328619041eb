import { ManagementClient, ManagementError } from 'auth0'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabases } from '../../database/test-databases.ts'
import { management, startTestTenant, type TestTenant } from '../test-tenant.ts'

const grantTypes = ['client_credentials']

describe.each(testDatabases)('the auth0 package, version 7, on $dialect', ({ newDatabase }) => {
  let tenant: TestTenant
  let auth0: ManagementClient
  beforeAll(async () => {
    tenant = await startTestTenant({ tls: true, databaseUrl: await newDatabase() })
    auth0 = new ManagementClient({ domain: new URL(tenant.issuer).host, ...management })
  })
  afterAll(() => tenant.stop())

  it('makes, reads, changes and deletes a client', async () => {
    const made = await auth0.clients.create({
      name: 'Billing',
      app_type: 'non_interactive',
      grant_types: grantTypes,
    })
    const id = String(made.client_id)
    expect(made.client_secret).toMatch(/^[\w-]{64}$/)
    expect(await auth0.clients.get(id, { fields: 'name' })).toMatchObject({ name: 'Billing' })
    expect(await auth0.clients.update(id, { description: 'Bills' })).toMatchObject({ description: 'Bills' })
    const { client_secret } = await auth0.clients.rotateSecret(id)
    expect(client_secret).not.toBe(made.client_secret)
    await auth0.clients.delete(id)
    await expect(auth0.clients.get(id)).rejects.toMatchObject({
      statusCode: 404,
      body: { errorCode: 'inexistent_client' },
    })
  })

  it('pages through clients until there are no more', async () => {
    const names = Array.from({ length: 7 }, (_, n) => `Paged ${n}`)
    for (const name of names) await auth0.clients.create({ name, grant_types: grantTypes })
    const found: (string | undefined)[] = []
    for await (const { name } of await auth0.clients.list({ per_page: 3, is_global: false })) found.push(name)
    expect(found.filter((name) => name?.startsWith('Paged'))).toEqual(names)
  })

  it('makes an API, authorizes a client for it, and changes and takes back that grant', async () => {
    const api = { name: 'Orders', identifier: 'https://orders.example/api', signing_alg: 'RS256' as const }
    const scopes = [{ value: 'read:orders', description: 'Read' }, { value: 'write:orders' }]
    const { id } = await auth0.resourceServers.create({ ...api, scopes })
    expect(await auth0.resourceServers.get(api.identifier)).toMatchObject({ id, ...api, scopes })

    const { client_id = '' } = await auth0.clients.create({ name: 'Clerk', grant_types: grantTypes })
    const grant = { client_id, audience: api.identifier, scope: ['read:orders'] }
    const { id: grantId = '' } = await auth0.clientGrants.create(grant)
    await expect(auth0.clientGrants.create(grant)).rejects.toMatchObject({ statusCode: 409 })
    const { data } = await auth0.clientGrants.list({ client_id })
    expect(data).toMatchObject([grant])
    expect(await auth0.clientGrants.update(grantId, { scope: ['write:orders'] })).toMatchObject({
      scope: ['write:orders'],
    })
    await auth0.clientGrants.delete(grantId)
    expect((await auth0.clientGrants.list({ client_id })).data).toEqual([])

    await expect(auth0.resourceServers.create(api)).rejects.toMatchObject({ statusCode: 409 })
    await auth0.resourceServers.delete(String(id))
    await expect(auth0.resourceServers.get(api.identifier)).rejects.toMatchObject({ statusCode: 404 })
  })

  it('reads and changes the settings, and rotates the signing keys', async () => {
    await auth0.tenants.settings.update({ friendly_name: 'Acme', flags: { genai_trial: true } })
    expect(await auth0.tenants.settings.get()).toMatchObject({
      friendly_name: 'Acme',
      flags: { genai_trial: true, enable_apis_section: true },
    })
    const before = (await auth0.keys.signing.list()).find(({ current }) => current)
    const { kid } = await auth0.keys.signing.rotate()
    const after = (await auth0.keys.signing.list()).find(({ current }) => current)
    expect(after?.kid).not.toBe(before?.kid)
    expect(kid).toBe(after?.kid)
  })

  it('makes a user, gives it a role, and reads both', async () => {
    const identifier = 'urn:warehouse'
    await auth0.resourceServers.create({ identifier, scopes: [{ value: 'count:boxes' }] })
    const { id = '' } = await auth0.roles.create({ name: 'Counter', description: 'Counts' })
    const permission = { resource_server_identifier: identifier, permission_name: 'count:boxes' }
    await auth0.roles.permissions.add(id, { permissions: [permission] })
    expect((await auth0.roles.permissions.list(id)).data).toMatchObject([permission])

    const { user_id = '' } = await auth0.users.create({
      connection: 'Username-Password-Authentication',
      email: 'grace@example.com',
      password: 'correct horse battery',
    })
    await auth0.users.roles.assign(user_id, { roles: [id] })
    expect((await auth0.users.roles.list(user_id)).data).toMatchObject([{ id, name: 'Counter' }])
    expect((await auth0.roles.users.list(id)).data).toMatchObject([{ user_id, email: 'grace@example.com' }])
    expect(await auth0.users.update(user_id, { name: 'Grace' })).toMatchObject({ name: 'Grace' })
    expect((await auth0.users.list({ q: 'email:"grace@example.com"' })).data).toMatchObject([{ user_id }])
    await auth0.users.delete(user_id)
    await expect(auth0.users.get(user_id)).rejects.toMatchObject({ statusCode: 404 })
  })

  it('finds its own changes in the log', async () => {
    const { client_id } = await auth0.clients.create({ name: 'Logged' })
    const { data } = await auth0.logs.list({ search: 'type:sapi', sort: 'date:-1', per_page: 1 })
    expect(data).toMatchObject([{ type: 'sapi', client_id: management.clientId }])
    expect(JSON.stringify(data)).toContain(client_id)
  })

  it('is told what was wrong with its input, and that its secret is', async () => {
    await expect(auth0.clients.create({ name: '<b>' })).rejects.toMatchObject({
      statusCode: 400,
      body: { errorCode: 'invalid_body', message: expect.stringContaining('Payload validation error') },
    })
    const domain = new URL(tenant.issuer).host
    const stranger = new ManagementClient({ domain, ...management, clientSecret: 'wrong' })
    await expect(stranger.clients.list()).rejects.toThrow()
    const forged = new ManagementClient({ domain, token: 'a.b.c' })
    await expect(forged.clients.list()).rejects.toBeInstanceOf(ManagementError)
  })
})
