import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestTenant, type TestTenant } from '../test-tenant.ts'

let tenant: TestTenant
beforeAll(async () => {
  tenant = await startTestTenant()
})
afterAll(() => tenant.stop())

let made = 0
async function create(body: object = {}) {
  const { status, body: api } = await tenant.call('POST', '/resource-servers', {
    identifier: `https://api.example/${made++}`,
    ...body,
  })
  expect(status).toBe(201)
  return api
}

it('fills in what Auth0 fills in', async () => {
  expect(await create({ identifier: 'urn:minimal' })).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{24}$/),
    identifier: 'urn:minimal',
    allow_offline_access: false,
    skip_consent_for_verifiable_first_party_clients: false,
    subject_type_authorization: {
      client: { policy: 'require_client_grant' },
      user: { policy: 'allow_all' },
    },
    token_lifetime: 86400,
    token_lifetime_for_web: 7200,
    signing_alg: 'RS256',
  })
})

it.each(['urn:my:api', 'my api', 'https://a.example/', 'https://a.example', 'https://ü.example/%2F?q=1#x'])(
  'is found by its identifier %s as well as by its id',
  async (identifier) => {
    const api = await create({ identifier })
    expect((await tenant.call('GET', `/resource-servers/${encodeURIComponent(identifier)}`)).body).toEqual(
      api,
    )
    expect((await tenant.call('GET', `/resource-servers/${api.id}`)).body).toEqual(api)
  },
)

it('is found by its identifier encoded twice, unless another is called so', async () => {
  const twice = (identifier: string) =>
    `/resource-servers/${encodeURIComponent(encodeURIComponent(identifier))}`
  const api = await create({ identifier: 'https://twice.example/' })
  expect((await tenant.call('GET', twice('https://twice.example/'))).body).toEqual(api)
  expect(await tenant.call('PATCH', twice('https://twice.example/'), { name: 'Renamed' })).toMatchObject({
    body: { id: api.id, name: 'Renamed' },
  })
  const other = await create({ identifier: encodeURIComponent('https://twice.example/') })
  expect((await tenant.call('GET', twice('https://twice.example/'))).body).toEqual(other)
  for (const nothing of ['\0', '%', 'urn:none'])
    expect((await tenant.call('GET', twice(nothing))).status).toBe(404)
})

it('has a signing secret exactly while it signs with one', async () => {
  const hs256 = await create({ signing_alg: 'HS256' })
  expect(hs256.signing_secret).toMatch(/^[A-Za-z0-9]{32}$/)

  const rs256 = await tenant.call('PATCH', `/resource-servers/${hs256.id}`, { signing_alg: 'RS256' })
  expect(rs256.body).not.toHaveProperty('signing_secret')
  const back = await tenant.call('PATCH', `/resource-servers/${hs256.id}`, {
    signing_alg: 'HS256',
    signing_secret: 'sixteen-or-more!',
  })
  expect(back.body.signing_secret).toBe('sixteen-or-more!')
})

it('replaces all scopes at once', async () => {
  const { id } = await create({ scopes: [{ value: 'read:a', description: 'Read a' }, { value: 'read:b' }] })
  const replaced = await tenant.call('PATCH', `/resource-servers/${id}`, { scopes: [{ value: 'read:c' }] })
  expect(replaced.body.scopes).toEqual([{ value: 'read:c' }])
  expect((await tenant.call('PATCH', `/resource-servers/${id}`, { scopes: [] })).body.scopes).toEqual([])
})

it('keeps the lifetime for the web within the lifetime', async () => {
  expect(await create({ token_lifetime: 60 })).toMatchObject({
    token_lifetime: 60,
    token_lifetime_for_web: 60,
  })
  const { id } = await create()
  const refused = await tenant.call('PATCH', `/resource-servers/${id}`, { token_lifetime_for_web: 90000 })
  expect(refused.status).toBe(400)
})

it('lets one of many equal ones through', async () => {
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => tenant.call('POST', '/resource-servers', { identifier: 'urn:race' })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(11).fill(409)])
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
    error: 'Conflict',
    message: 'A resource server with the same identifier already exists.',
  })
})

it('takes its grants with it when it is deleted', async () => {
  const { identifier } = await create({ identifier: 'urn:short-lived' })
  const { body: client } = await tenant.call('POST', '/clients', { name: 'Caller' })
  const grant = await tenant.call('POST', '/client-grants', {
    client_id: client.client_id,
    audience: identifier,
  })
  expect(grant.status).toBe(201)

  expect((await tenant.call('DELETE', `/resource-servers/${identifier}`)).status).toBe(204)
  expect((await tenant.call('GET', `/client-grants/${grant.body.id}`)).status).toBe(404)
  expect((await tenant.call('GET', '/client-grants?audience=urn:short-lived')).body).toEqual([])
})

it('narrows the list to identifiers', async () => {
  await create({ identifier: 'urn:one' })
  await create({ identifier: 'urn:two' })
  const { body } = await tenant.call('GET', '/resource-servers?identifiers=urn:one&identifiers=urn:two')
  expect(body).toMatchObject([{ identifier: 'urn:one' }, { identifier: 'urn:two' }])
  expect((await tenant.call('GET', '/resource-servers?identifiers=urn:one')).body).toHaveLength(1)
})

describe('the system API', () => {
  const path = () => `/resource-servers/${encodeURIComponent(`${tenant.issuer}api/v2/`)}`

  it('is there from the start', async () => {
    const { body } = await tenant.call('GET', path())
    expect(body).toMatchObject({ name: 'Auth0 Management API', is_system: true, token_lifetime: 86400 })
    expect(body.scopes).toContainEqual({ value: 'read:clients', description: 'Read Clients' })
  })

  it('can not be deleted, renamed or copied', async () => {
    const answers = await Promise.all([
      tenant.call('DELETE', path()),
      tenant.call('PATCH', path(), { name: 'Mine' }),
      tenant.call('PATCH', path(), { scopes: [] }),
      tenant.call('POST', '/resource-servers', {
        identifier: `https://${new URL(tenant.issuer).host}/api/v2/`,
      }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400])
    const again = { identifier: `${tenant.issuer}api/v2/` }
    expect((await tenant.call('POST', '/resource-servers', again)).status).toBe(409)
  })

  it('takes another token lifetime', async () => {
    expect((await tenant.call('PATCH', path(), { token_lifetime: 3600 })).body).toMatchObject({
      token_lifetime: 3600,
    })
  })
})

describe('what an API can not be', () => {
  it.each([
    [{}, "'Missing required property: identifier'."],
    [{ identifier: '' }, "'String is too short (0 chars), minimum 1' on property identifier."],
    [
      { identifier: 'x'.repeat(601) },
      "'String is too long (601 chars), maximum 600' on property identifier.",
    ],
    [
      { identifier: 'a', name: 'x'.repeat(201) },
      "'String is too long (201 chars), maximum 200' on property name.",
    ],
    [{ identifier: 'a', signing_alg: 'none' }, "'No enum match for: none' on property signing_alg."],
    [
      { identifier: 'a', signing_secret: 'short' },
      "'String is too short (5 chars), minimum 16' on property signing_secret.",
    ],
    [
      { identifier: 'a', token_lifetime: 2592001 },
      "'Value 2592001 is greater than maximum 2592000' on property token_lifetime.",
    ],
    [
      { identifier: 'a', token_lifetime: 1.5 },
      "'Expected type integer but found type number' on property token_lifetime.",
    ],
    [
      { identifier: 'a', scopes: [{ value: 'a' }, { description: 'b' }] },
      "'Missing required property: value' on property scopes[1].",
    ],
    [
      { identifier: 'a', scopes: [{ value: 'a' }, { value: 'a' }] },
      "'Array items are not unique (indexes 0 and 1)' on property scopes.",
    ],
    [
      { identifier: 'a', scopes: Array(1001).fill({ value: 'a' }) },
      "'Array is too long (1001), maximum 1000' on property scopes.",
    ],
    [{ identifier: 'a', is_system: true }, "'Additional properties not allowed: is_system'."],
    [[], "'Expected type object but found type array'."],
    ['"text"', "'Expected type object but found type string'."],
  ])('%j', async (body, complaint) => {
    const refused = await tenant.call('POST', '/resource-servers', body)
    expect(refused).toMatchObject({
      status: 400,
      body: { message: `Payload validation error: ${complaint}`, errorCode: 'invalid_body' },
    })
  })

  it('one with another identifier', async () => {
    const { id } = await create()
    const refused = await tenant.call('PATCH', `/resource-servers/${id}`, { identifier: 'urn:other' })
    expect(refused.body.message).toContain('Additional properties not allowed: identifier')
  })
})
