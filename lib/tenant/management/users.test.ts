import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabases } from '../../database/test-databases.ts'
import { startTestTenant, type TestTenant } from '../test-tenant.ts'

const connection = 'Username-Password-Authentication'
const password = 'correct horse battery'

describe.each(testDatabases)('users on $dialect', ({ newDatabase }) => {
  let tenant: TestTenant
  beforeAll(async () => {
    tenant = await startTestTenant({ databaseUrl: await newDatabase() })
  })
  afterAll(() => tenant.stop())

  const { call } = {
    call: (...request: Parameters<TestTenant['call']>) => tenant.call(...request),
  }
  const create = (email: string, more: object = {}) =>
    call('POST', '/users', { connection, email, password, ...more })
  const at = (userId: unknown) => `/users/${encodeURIComponent(String(userId))}`

  it('are created as Auth0 does, and their password is never answered', async () => {
    const created = await create('Ada@Example.com', { app_metadata: { plan: 'free' }, given_name: 'Ada' })
    expect(created).toMatchObject({ status: 201 })
    expect(created.body).toEqual({
      user_id: expect.stringMatching(/^auth0\|[0-9a-f]{24}$/),
      email: 'ada@example.com',
      email_verified: false,
      name: 'Ada@Example.com',
      nickname: 'Ada',
      picture:
        'https://s.gravatar.com/avatar/3e3417d7ef77d5932a6734b916515ed5?s=480&r=pg&d=https%3A%2F%2Fcdn.auth0.com%2Favatars%2Fad.png',
      given_name: 'Ada',
      app_metadata: { plan: 'free' },
      identities: [
        {
          connection,
          provider: 'auth0',
          user_id: String(created.body.user_id).slice('auth0|'.length),
          isSocial: false,
        },
      ],
      created_at: expect.any(String),
      updated_at: expect.any(String),
    })
    expect((await call('GET', at(created.body.user_id))).body).toEqual(created.body)
    const [entry] = Object.values((await call('GET', '/logs?q=type:sapi&per_page=1')).body)
    expect(entry).toMatchObject({
      description: 'Create a User',
      details: { request: { body: { email: 'Ada@Example.com', password: '*****' } } },
    })
    expect(JSON.stringify([entry, created])).not.toMatch(/scrypt|correct horse/)
  })

  it('may be given an id', async () => {
    expect((await create('id@example.com', { user_id: 'chosen' })).body.user_id).toBe('auth0|chosen')
    expect((await create('other@example.com', { user_id: 'chosen' })).status).toBe(409)
  })

  it.each([
    ['a taken address', { email: 'TAKEN@example.com' }, 409, 'The user already exists.'],
    ['a short password', { password: '1234567' }, 400, 'PasswordStrengthError: Password is too weak'],
    ['another connection', { connection: 'google' }, 400, 'The connection does not exist'],
    [
      'no address',
      { email: undefined },
      400,
      "Payload validation error: 'Missing required property: email'.",
    ],
    ['what is no address', { email: 'nobody' }, 400, expect.stringContaining('format email')],
    ['what nobody knows', { admin: true }, 400, expect.stringContaining('admin')],
  ])('with %s are refused', async (_, body, status, message) => {
    await create('taken@example.com')
    expect(await create('fresh@example.com', body)).toMatchObject({ status, body: { message } })
  })

  it('are changed property by property', async () => {
    const { user_id } = (
      await create('change@example.com', { app_metadata: { a: 1, b: { c: 1 } }, nickname: 'Nick' })
    ).body
    const patch = async (body: object) => (await call('PATCH', at(user_id), body)).body

    expect(await patch({ app_metadata: { a: null, b: { d: 2 } }, nickname: null })).toMatchObject({
      app_metadata: { b: { d: 2 } },
    })
    expect(await patch({ user_metadata: { theme: 'dark' }, name: 'Changed' })).toMatchObject({
      name: 'Changed',
      app_metadata: { b: { d: 2 } },
      user_metadata: { theme: 'dark' },
    })
    expect(await patch({ app_metadata: {}, email_verified: true })).toMatchObject({
      app_metadata: {},
      email_verified: true,
    })
    expect(await patch({ email: 'New@example.com' })).toMatchObject({
      email: 'new@example.com',
      email_verified: false,
    })
    const changed = await patch({ password: 'another good one' })
    expect(changed).toHaveProperty('last_password_reset')
    expect(changed).not.toHaveProperty('nickname')
  })

  it('are changed by whom it concerns', async () => {
    const { user_id } = (await create('scope@example.com')).body
    const metadata = await tenant.tokenFor('update:users_app_metadata')
    expect((await call('PATCH', at(user_id), { app_metadata: { a: 1 } }, metadata)).status).toBe(200)
    expect(await call('PATCH', at(user_id), { blocked: true }, metadata)).toMatchObject({
      status: 403,
      body: { errorCode: 'insufficient_scope' },
    })
  })

  it('are missing when they are', async () => {
    const missing = {
      status: 404,
      body: { message: 'The user does not exist.', errorCode: 'inexistent_user' },
    }
    for (const [method, body] of [['GET'], ['PATCH', { name: 'x' }]] as const) {
      expect(await call(method, at('auth0|nobody'), body)).toMatchObject(missing)
    }
    expect((await call('DELETE', at('auth0|nobody'))).status).toBe(204)
    const { user_id } = (await create('gone@example.com')).body
    expect((await call('DELETE', at(user_id))).status).toBe(204)
    expect((await call('GET', at(user_id))).status).toBe(404)
  })

  it('are listed by page, by checkpoint and by query', async () => {
    for (const name of ['One', 'Two', 'Three']) await create(`${name}@list.example`, { name })
    const list = async (query: string) => (await call('GET', `/users?${query}`)).body
    const emails = (users: unknown) => (users as { email: string }[]).map(({ email }) => email)

    expect(emails(Object.values(await list('q=email:"TWO@list.example"')))).toEqual(['two@list.example'])
    expect(emails(Object.values(await list('q=name:t* AND NOT name:(two OR taken*)')))).toEqual([
      'three@list.example',
    ])
    const page = await list('q=email:(one* OR two*)&per_page=1&page=1&include_totals=true&fields=email')
    expect(page).toEqual({ total: 2, start: 1, limit: 1, length: 1, users: [{ email: 'two@list.example' }] })

    const { users, next } = await list('take=2')
    expect(users).toHaveLength(2)
    const rest = await list(`take=100&from=${next}`)
    expect(emails(rest.users)).not.toContain(emails(users)[0])
    expect(await list('connection=google&include_totals=true')).toMatchObject({ total: 0, users: [] })

    expect(await call('GET', '/users?q=phone:1')).toMatchObject({ status: 400 })
    expect(await call('GET', '/users?page=10&per_page=100')).toMatchObject({
      status: 400,
      body: { errorCode: 'invalid_paging' },
    })
  })

  it('are found by email address', async () => {
    const { body } = await create('find@example.com')
    expect(Object.values((await call('GET', '/users-by-email?email=FIND@example.com')).body)).toEqual([body])
    expect(Object.values((await call('GET', '/users-by-email?email=no@example.com')).body)).toEqual([])
    expect((await call('GET', '/users-by-email')).status).toBe(400)
  })
})
