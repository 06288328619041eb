import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { startTestTenant, type TestTenant } from '../test-tenant.ts'

const audience = 'https://orders.example/'
let tenant: TestTenant
let client_id: string

beforeAll(async () => {
  tenant = await startTestTenant()
  const scopes = [{ value: 'read:orders' }, { value: 'create:orders' }]
  await tenant.call('POST', '/resource-servers', { identifier: audience, scopes })
})
beforeEach(async () => {
  client_id = String((await tenant.call('POST', '/clients', { name: 'Caller' })).body.client_id)
})
afterAll(() => tenant.stop())

const create = (body: object = {}) => tenant.call('POST', '/client-grants', { client_id, audience, ...body })

it('lets a client call an API', async () => {
  const { status, body } = await create({ scope: ['read:orders'] })
  expect(status).toBe(201)
  expect(body).toEqual({
    id: expect.stringMatching(/^cgr_[A-Za-z0-9]{16}$/),
    client_id,
    audience,
    scope: ['read:orders'],
    subject_type: 'client',
  })
  const { body: listed } = await tenant.call(
    'GET',
    `/client-grants?client_id=${client_id}&include_totals=true`,
  )
  expect(listed).toEqual({ total: 1, start: 0, limit: 50, client_grants: [body] })
})

it('may be one for machines and one for users, and no second of either', async () => {
  expect((await create()).body.scope).toEqual([])
  expect((await create({ subject_type: 'user' })).status).toBe(201)
  const again = await create()
  expect(again).toMatchObject({ status: 409, body: { message: 'client_grant already exists' } })

  const { body } = await tenant.call('GET', `/client-grants?client_id=${client_id}&subject_type=user`)
  expect(body).toHaveLength(1)
})

it('is made once by many at once', async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => create({ scope: ['read:orders'] })))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(11).fill(409)])
})

it('grants all scopes or a list of them, and goes back and forth', async () => {
  const { body: grant } = await create({ allow_all_scopes: true, organization_usage: 'deny' })
  expect(grant).not.toHaveProperty('scope')

  const path = `/client-grants/${grant.id}`
  const both = await tenant.call('PATCH', path, { scope: ['read:orders'] })
  expect(both).toMatchObject({ status: 400, body: { errorCode: 'invalid_body' } })

  const listed = await tenant.call('PATCH', path, { allow_all_scopes: false, scope: [] })
  expect(listed.body).toMatchObject({ allow_all_scopes: false, scope: [] })
  const back = await tenant.call('PATCH', path, { allow_all_scopes: true, organization_usage: null })
  expect(back.body).not.toHaveProperty('scope')
  expect(back.body).not.toHaveProperty('organization_usage')
})

it('is there for all third-party clients without naming one', async () => {
  const made = await tenant.call('POST', '/client-grants', { default_for: 'third_party_clients', audience })
  expect(made.status).toBe(201)
  expect(made.body).not.toHaveProperty('client_id')
  const found = await tenant.call('GET', '/client-grants?default_for=third_party_clients')
  expect(found.body).toEqual([made.body])
})

it('goes with its client, and deleting it twice is no error', async () => {
  const { body: grant } = await create()
  await tenant.call('DELETE', `/clients/${client_id}`)
  expect(await tenant.call('GET', `/client-grants/${grant.id}`)).toMatchObject({
    status: 404,
    body: { errorCode: 'inexistent_client_grant' },
  })
  expect((await tenant.call('DELETE', `/client-grants/${grant.id}`)).status).toBe(204)
})

it.each([
  [{ scope: ['read:nothing'] }, 400, 'scope must be a subset of resource server scopes'],
  [{ scope: ['read:orders'], allow_all_scopes: true }, 400, 'mutually exclusive'],
  [{ scope: null }, 400, "'Expected type array but found type null' on property scope."],
  [{ scope: [''] }, 400, "'String is too short (0 chars), minimum 1' on property scope[0]."],
  [{ subject_type: 'robot' }, 400, "'No enum match for: robot' on property subject_type."],
  [{ default_for: 'third_party_clients' }, 400, 'Exactly one of client_id and default_for'],
  [{ audience: 'urn:unknown' }, 404, 'The resource server does not exist'],
  [{ client_id: 'nobody' }, 404, 'The client does not exist'],
])('can not be made with %j', async (body, status, message) => {
  const refused = await create(body)
  expect(refused.status).toBe(status)
  expect(refused.body.message).toContain(message)
})

it('can not grant what the system API lacks, nor all that it has', async () => {
  const system = `${tenant.issuer}api/v2/`
  expect((await create({ audience: system, scope: ['read:everything'] })).status).toBe(400)
  expect((await create({ audience: system, allow_all_scopes: true })).body.message).toContain('system API')
  expect((await create({ audience: system, scope: ['read:clients'] })).status).toBe(201)
})

it.each([
  [{}, 'Too few properties defined'],
  [{ audience: 'urn:other' }, 'Additional properties not allowed: audience'],
  [{ scope: ['read:nothing'] }, 'subset of resource server scopes'],
])('can not be changed with %j', async (body, message) => {
  const { body: grant } = await create()
  const refused = await tenant.call('PATCH', `/client-grants/${grant.id}`, body)
  expect(refused.status).toBe(400)
  expect(refused.body.message).toContain(message)
})
