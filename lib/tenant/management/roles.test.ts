import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabases } from '../../database/test-databases.ts'
import { startTestTenant, type TestTenant } from '../test-tenant.ts'

describe.each(testDatabases)('roles on $dialect', ({ newDatabase }) => {
  let tenant: TestTenant
  let ada: string
  beforeAll(async () => {
    tenant = await startTestTenant({ databaseUrl: await newDatabase() })
    ada = await newUser('ada@example.com')
  })
  afterAll(() => tenant.stop())

  const call = (...request: Parameters<TestTenant['call']>) => tenant.call(...request)
  const at = (userId: string) => `/users/${encodeURIComponent(userId)}/roles`
  const newRole = async (name: string) => String((await call('POST', '/roles', { name })).body.id)
  const items = async (path: string) => Object.values((await call('GET', path)).body) as { name: string }[]
  const names = async (path: string) => (await items(path)).map(({ name }) => name)

  async function newUser(email: string) {
    const user = { connection: 'Username-Password-Authentication', email, password: 'long enough' }
    return String((await call('POST', '/users', user)).body.user_id)
  }

  it('are created, changed, listed and deleted', async () => {
    const created = await call('POST', '/roles', { name: 'Editor', description: 'Edits' })
    const { id } = created.body
    expect(created).toMatchObject({ status: 200 })
    expect(created.body).toEqual({
      id: expect.stringMatching(/^rol_\w{16}$/),
      name: 'Editor',
      description: 'Edits',
    })
    expect(await call('POST', '/roles', { name: 'Editor' })).toMatchObject({ status: 409 })

    expect((await call('PATCH', `/roles/${id}`, { name: 'Author' })).body).toEqual({
      id,
      name: 'Author',
      description: 'Edits',
    })
    await newRole('A co-author')
    expect(await names('/roles?name_filter=AUTH')).toEqual(['A co-author', 'Author'])
    expect((await call('GET', '/roles?take=1')).body).toMatchObject({ roles: [{ name: 'Author' }] })
    expect((await items('/roles?per_page=1'))[0]).toMatchObject({ name: 'A co-author', description: null })
    expect((await call('GET', '/roles?include_totals=true&per_page=1')).body).toMatchObject({
      start: 0,
      limit: 1,
      total: 2,
      roles: [{ name: 'A co-author' }],
    })

    expect(await call('DELETE', `/roles/${id}`)).toMatchObject({ status: 200 })
    for (const method of ['GET', 'DELETE']) {
      expect(await call(method, `/roles/${id}`)).toMatchObject({
        status: 404,
        body: { message: 'The role does not exist.', errorCode: 'inexistent_role' },
      })
    }
  })

  it('are given to users and taken from them, from either side', async () => {
    const [one, two] = [await newRole('One'), await newRole('Two')]
    const bob = await newUser('bob@example.com')
    expect((await call('POST', at(ada), { roles: [one, two] })).status).toBe(204)
    expect((await call('POST', `/roles/${one}/users`, { users: [ada, bob] })).status).toBe(200)
    expect(await names(at(ada))).toEqual(['One', 'Two'])
    expect(await items(`/roles/${one}/users`)).toEqual([
      { user_id: ada, name: 'ada@example.com', email: 'ada@example.com', picture: expect.any(String) },
      { user_id: bob, name: 'bob@example.com', email: 'bob@example.com', picture: expect.any(String) },
    ])
    expect((await call('GET', `/roles/${one}/users?take=1`)).body).toMatchObject({
      users: [{ user_id: ada }],
      next: expect.any(String),
    })

    expect((await call('DELETE', at(ada), { roles: [one] })).status).toBe(204)
    expect(await names(at(ada))).toEqual(['Two'])
    await call('DELETE', `/users/${encodeURIComponent(bob)}`)
    expect(await items(`/roles/${one}/users`)).toEqual([])
  })

  it('of nobody, and of what is not there, are refused', async () => {
    const role = await newRole('Refused')
    const nobody = { status: 404, body: { errorCode: 'inexistent_user' } }
    const nothing = { status: 404, body: { errorCode: 'inexistent_role' } }
    expect(await call('GET', at('auth0|nobody'))).toMatchObject(nobody)
    expect(await call('POST', at('auth0|nobody'), { roles: [role] })).toMatchObject(nobody)
    expect(await call('POST', `/roles/${role}/users`, { users: ['auth0|nobody'] })).toMatchObject(nobody)
    expect(await call('POST', at(ada), { roles: ['rol_none'] })).toMatchObject(nothing)
    expect(await call('GET', '/roles/rol_none/users')).toMatchObject(nothing)
    expect(await call('GET', '/roles/rol_none/permissions')).toMatchObject(nothing)
    expect(await call('POST', at(ada), { roles: [] })).toMatchObject({ status: 400 })
  })

  it('hold scopes of APIs, for as long as there is the API', async () => {
    const role = await newRole('Permitted')
    const path = `/roles/${role}/permissions`
    await call('POST', '/resource-servers', {
      name: 'Orders',
      identifier: 'urn:orders',
      scopes: [{ value: 'read:orders', description: 'Read' }, { value: 'write:orders' }],
    })
    const permission = (permission_name: string, resource_server_identifier = 'urn:orders') => ({
      permissions: [{ permission_name, resource_server_identifier }],
    })
    expect((await call('POST', path, permission('read:orders'))).status).toBe(201)
    expect((await call('POST', path, permission('write:orders'))).status).toBe(201)
    expect(await items(path)).toEqual([
      {
        permission_name: 'read:orders',
        description: 'Read',
        resource_server_name: 'Orders',
        resource_server_identifier: 'urn:orders',
      },
      expect.objectContaining({ permission_name: 'write:orders', description: '' }),
    ])
    expect(await call('POST', path, permission('fly:orders'))).toMatchObject({ status: 400 })
    expect(await call('POST', path, permission('read:orders', 'urn:none'))).toMatchObject({ status: 404 })

    expect((await call('DELETE', path, permission('read:orders'))).status).toBe(200)
    expect((await call('GET', `${path}?include_totals=true`)).body).toMatchObject({ total: 1 })
    await call('DELETE', '/resource-servers/urn%3Aorders')
    expect(await items(path)).toEqual([])
  })
})
