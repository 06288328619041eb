import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestTenant, type TestTenant } from '../test-tenant.ts'

let tenant: TestTenant
beforeAll(async () => {
  tenant = await startTestTenant()
})
afterAll(() => tenant.stop())

async function create(body: object = {}) {
  const { status, body: client } = await tenant.call('POST', '/clients', { name: 'Billing worker', ...body })
  expect(status).toBe(201)
  return client
}

it('fills in what Auth0 fills in', async () => {
  const client = await create({
    app_type: 'non_interactive',
    token_endpoint_auth_method: 'client_secret_post',
  })
  expect(client).toEqual({
    name: 'Billing worker',
    client_id: expect.stringMatching(/^[A-Za-z0-9]{32}$/),
    client_secret: expect.stringMatching(/^[\w-]{64}$/),
    app_type: 'non_interactive',
    is_first_party: true,
    is_token_endpoint_ip_header_trusted: false,
    oidc_conformant: false,
    sso_disabled: false,
    grant_types: ['authorization_code', 'implicit', 'refresh_token', 'client_credentials'],
    custom_login_page_on: true,
    token_endpoint_auth_method: 'client_secret_post',
    jwt_configuration: { secret_encoded: false, lifetime_in_seconds: 36000 },
    refresh_token: {
      rotation_type: 'non-rotating',
      expiration_type: 'non-expiring',
      leeway: 0,
      token_lifetime: 31557600,
      infinite_token_lifetime: true,
      infinite_idle_token_lifetime: true,
      idle_token_lifetime: 2592000,
    },
    signing_keys: [{ cert: expect.stringContaining('BEGIN CERTIFICATE') }],
  })
  expect((await tenant.call('GET', `/clients/${client.client_id}`)).body).toEqual(client)
})

it('keeps names as people write them', async () => {
  const name = `${'😀'.repeat(50)} عميل ${'x'.repeat(100)}`
  expect((await create({ name })).name).toBe(name)
})

it('changes what is named and removes what is null', async () => {
  const { client_id } = await create({
    token_quota: { client_credentials: { enforce: true, per_hour: 10 } },
    client_metadata: { team: 'billing', region: 'eu' },
    jwt_configuration: { alg: 'RS256' },
  })
  const patch = {
    description: 'Runs at night',
    token_quota: null,
    client_metadata: { team: null, tier: '1' },
    jwt_configuration: { lifetime_in_seconds: 60 },
  }
  const { status, body } = await tenant.call('PATCH', `/clients/${client_id}`, patch)
  expect(status).toBe(200)
  expect(body).toMatchObject({
    description: 'Runs at night',
    client_metadata: { region: 'eu', tier: '1' },
    jwt_configuration: { alg: 'RS256', lifetime_in_seconds: 60, secret_encoded: false },
  })
  expect(body).not.toHaveProperty('token_quota')
  expect(body.client_metadata).not.toHaveProperty('team')
})

it('rotates the secret, and takes one that is given', async () => {
  const { client_id, client_secret } = await create()
  const rotated = await tenant.call('POST', `/clients/${client_id}/rotate-secret`)
  expect(rotated.status).toBe(200)
  expect(rotated.body.client_secret).not.toBe(client_secret)

  const given = await tenant.call('PATCH', `/clients/${client_id}`, { client_secret: 'chosen-by-hand' })
  expect(given.body.client_secret).toBe('chosen-by-hand')
})

it('deletes once and agrees a second time', async () => {
  const { client_id } = await create()
  expect((await tenant.call('DELETE', `/clients/${client_id}`)).status).toBe(204)
  expect((await tenant.call('DELETE', `/clients/${client_id}`)).status).toBe(204)
  const gone = await tenant.call('GET', `/clients/${client_id}`)
  expect(gone.body).toEqual({
    statusCode: 404,
    error: 'Not Found',
    message: 'The client does not exist',
    errorCode: 'inexistent_client',
  })
})

it('never deletes the global client', async () => {
  const { body } = await tenant.call('GET', '/clients?is_global=true&include_totals=true')
  expect(body).toMatchObject({ total: 1, clients: [{ name: 'All Applications', global: true }] })

  const [all] = body.clients as { client_id: string }[]
  const refused = await tenant.call('DELETE', `/clients/${all?.client_id}`)
  expect(refused).toMatchObject({ status: 400, body: { message: 'Global client cannot be deleted.' } })
})

describe('who sees what', () => {
  it('hides secrets without read:client_keys', async () => {
    const { client_id } = await create()
    const bearer = await tenant.tokenFor('read:clients', 'update:clients')
    for (const [method, body] of [['GET'], ['PATCH', { description: 'x' }]] as const) {
      const seen = await tenant.call(method, `/clients/${client_id}`, body, bearer)
      expect(seen.body).toHaveProperty('grant_types')
      expect(seen.body).not.toHaveProperty('client_secret')
    }
    const list = await tenant.call('GET', '/clients', undefined, bearer)
    expect(JSON.stringify(list.body)).not.toContain('client_secret"')
  })

  it('needs update:client_keys to set a secret', async () => {
    const { client_id } = await create()
    const bearer = await tenant.tokenFor('update:clients')
    const refused = await tenant.call(
      'PATCH',
      `/clients/${client_id}`,
      { client_secret: 'x'.repeat(16) },
      bearer,
    )
    expect(refused.status).toBe(403)
  })
})

describe('lists', () => {
  it('filter by type, and by field', async () => {
    const { client_id } = await create({ app_type: 'oag' })
    const { body } = await tenant.call(
      'GET',
      '/clients?app_type=oag,box&fields=client_id,name&include_totals=true&per_page=5&page=0',
    )
    expect(body).toEqual({
      total: 1,
      start: 0,
      limit: 5,
      clients: [{ tenant: 'localhost', name: 'Billing worker', client_id }],
    })
    const single = await tenant.call('GET', `/clients/${client_id}?fields=name&include_fields=false`)
    expect(single.body).not.toHaveProperty('name')
    expect(single.body).toHaveProperty('client_id')
  })

  it('are a bare array unless totals are asked for, and empty past the end', async () => {
    expect((await tenant.call('GET', '/clients?page=900&per_page=2')).body).toEqual([])
  })

  it('go on from a checkpoint, which wins over pages', async () => {
    const first = await tenant.call('GET', '/clients?take=2&per_page=50&include_totals=true')
    expect(Object.keys(first.body)).toEqual(['clients', 'next'])
    const second = await tenant.call('GET', `/clients?take=2&from=${first.body.next}`)
    expect(second.status).toBe(200)
    expect(second.body.clients).not.toEqual(first.body.clients)
  })

  it.each([
    ['per_page=101', "'Value 101 is greater than maximum 100' on property per_page."],
    ['page=-1', "'Value -1 is less than minimum 0' on property page."],
    ['page=two', "'Expected type integer but found type string' on property page."],
    ['take=0', "'Value 0 is less than minimum 1' on property take."],
    ['include_totals=maybe', "'Expected type boolean but found type string' on property include_totals."],
    ['page=1&page=2', "'Expected type string but found type array' on property page."],
  ])('refuse ?%s', async (query, complaint) => {
    const { status, body } = await tenant.call('GET', `/clients?${query}`)
    expect(status).toBe(400)
    expect(body).toMatchObject({
      message: `Query validation error: ${complaint}`,
      errorCode: 'invalid_query_string',
    })
  })

  it('refuse a checkpoint that was never given out', async () => {
    expect((await tenant.call('GET', '/clients?from=nonsense')).status).toBe(400)
  })
})

describe('what a client can not be', () => {
  it.each([
    [{}, "'Missing required property: name'."],
    [{ name: 'a', nonsense: 1 }, "'Additional properties not allowed: nonsense'."],
    [{ name: 'a', client_id: 'mine' }, "'Additional properties not allowed: client_id'."],
    [{ name: '<b>' }, "'String does not match pattern ^[^<>]+$: <b>' on property name."],
    [{ name: '' }, "'String does not match pattern ^[^<>]+$: ' on property name."],
    [{ name: 7 }, "'Expected type string but found type integer' on property name."],
    [{ name: null }, "'Expected type string but found type null' on property name."],
    [
      { name: 'a', description: 'x'.repeat(141) },
      "'String is too long (141 chars), maximum 140' on property description.",
    ],
    [{ name: 'a', app_type: 'toaster' }, "'No enum match for: toaster' on property app_type."],
    [
      { name: 'a', grant_types: 'all' },
      "'Expected type array but found type string' on property grant_types.",
    ],
    [
      { name: 'a', grant_types: ['a', 1] },
      "'Expected type string but found type integer' on property grant_types[1].",
    ],
    [
      { name: 'a', callbacks: ['javascript:alert(1)'] },
      "'Object didn't pass validation for format callback-url: javascript:alert(1)' on property callbacks[0].",
    ],
    [
      { name: 'a', refresh_token: { rotation_type: 'rotating' } },
      "'Missing required property: expiration_type' on property refresh_token.",
    ],
    [
      { name: 'a', token_quota: { client_credentials: {} } },
      "'Too few properties defined (0), minimum 1' on property token_quota.client_credentials.",
    ],
  ])('%j', async (body, complaint) => {
    const refused = await tenant.call('POST', '/clients', body)
    expect(refused.status).toBe(400)
    expect(refused.body).toEqual({
      statusCode: 400,
      error: 'Bad Request',
      message: `Payload validation error: ${complaint}`,
      errorCode: 'invalid_body',
    })
  })

  it('a public client that acts as itself, made or changed into one', async () => {
    const impossible = { token_endpoint_auth_method: 'none', grant_types: ['client_credentials'] }
    const made = await tenant.call('POST', '/clients', { name: 'a', ...impossible })
    expect(made).toMatchObject({ status: 400, body: { message: 'Invalid grant types: client_credentials' } })

    const { client_id } = await create()
    const changed = await tenant.call('PATCH', `/clients/${client_id}`, {
      token_endpoint_auth_method: 'none',
    })
    expect(changed).toMatchObject({
      status: 400,
      body: { message: 'Invalid grant types: client_credentials' },
    })
    expect((await create({ token_endpoint_auth_method: 'none' })).grant_types).not.toContain(
      'client_credentials',
    )
  })

  it('one with the alias of another', async () => {
    const taken = { status: 409, body: { message: 'Another client exists with the same alias.' } }
    const client_aliases = ['urn:alias']
    const { client_id } = await create({ client_aliases })
    expect(await tenant.call('POST', '/clients', { name: 'a', client_aliases })).toMatchObject(taken)
    const { client_id: other } = await create()
    expect(await tenant.call('PATCH', `/clients/${other}`, { client_aliases })).toMatchObject(taken)
    await tenant.call('PATCH', `/clients/${client_id}`, { client_aliases: [] })
    expect(await tenant.call('PATCH', `/clients/${other}`, { client_aliases })).toMatchObject({ status: 200 })
  })

  it('one that is changed in nothing', async () => {
    const { client_id } = await create()
    expect((await tenant.call('PATCH', `/clients/${client_id}`, {})).status).toBe(400)
  })
})
