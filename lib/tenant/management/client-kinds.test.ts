import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestTenant, type TestTenant } from '../test-tenant.ts'

let tenant: TestTenant
beforeAll(async () => {
  tenant = await startTestTenant()
})
afterAll(() => tenant.stop())

async function create(body: object) {
  const { status, body: client } = await tenant.call('POST', '/clients', { name: 'A client', ...body })
  expect(status).toBe(201)
  return client
}
const patch = async ({ client_id }: Record<string, unknown>, body: object) =>
  (await tenant.call('PATCH', `/clients/${client_id}`, body)).body

describe('a client of others', () => {
  it('conforms to OIDC', async () => {
    expect(await create({ is_first_party: false })).toMatchObject({ oidc_conformant: true })
  })

  it('under strict security has an id that tells, and less of everything', async () => {
    const strict = { is_first_party: false, app_type: 'regular_web', third_party_security_mode: 'strict' }
    expect(await create({ ...strict, token_endpoint_auth_method: 'client_secret_post' })).toMatchObject({
      client_id: expect.stringMatching(/^tpc_[A-Za-z0-9]{22}$/),
      oidc_conformant: true,
      grant_types: ['authorization_code'],
      jwt_configuration: { secret_encoded: false, alg: 'RS256', lifetime_in_seconds: 3600 },
      refresh_token: {
        expiration_type: 'expiring',
        infinite_token_lifetime: true,
        infinite_idle_token_lifetime: false,
        token_lifetime: 31557600,
      },
    })
  })
})

describe('an API that acts as a client', () => {
  const identifier = 'https://api.example/acts'
  const actor = { app_type: 'resource_server', resource_server_identifier: identifier }

  it('is linked to the API for as long as it exists', async () => {
    expect(await tenant.call('POST', '/clients', { name: 'a', ...actor })).toMatchObject({
      status: 404,
      body: { errorCode: 'inexistent_resource_server' },
    })
    await tenant.call('POST', '/resource-servers', { identifier })
    const client = await create(actor)
    expect(client).toMatchObject({
      oidc_conformant: true,
      grant_types: [],
      jwt_configuration: { secret_encoded: false, alg: 'RS256' },
    })
    expect(client.jwt_configuration).not.toHaveProperty('lifetime_in_seconds')

    const path = `/resource-servers/${encodeURIComponent(identifier)}`
    expect((await tenant.call('GET', path)).body.client_id).toBe(client.client_id)
    expect((await tenant.call('POST', '/clients', { name: 'b', ...actor })).status).toBe(409)
    await tenant.call('DELETE', `/clients/${client.client_id}`)
    expect((await tenant.call('GET', path)).body).not.toHaveProperty('client_id')
  })
})

it('fills in only what its ID tokens were not told', async () => {
  const { jwt_configuration } = await create({ jwt_configuration: { alg: 'RS256' } })
  expect(jwt_configuration).toEqual({ secret_encoded: false, alg: 'RS256' })
})

it('hears of logouts under two names, until it is told not to', async () => {
  const urls = ['https://app.example/logout']
  const client = await create({ oidc_logout: {} })
  expect(client).toMatchObject({
    oidc_backchannel_logout: {},
    oidc_logout: {
      backchannel_logout_initiators: { mode: 'custom', selected_initiators: ['rp-logout', 'idp-logout'] },
    },
  })
  const initiators = { mode: 'all' }
  const logout = { backchannel_logout_urls: urls, backchannel_logout_initiators: initiators }
  expect(await patch(client, { oidc_logout: logout })).toMatchObject({
    oidc_backchannel_logout: { backchannel_logout_urls: urls },
    oidc_logout: logout,
  })
  const silent = await patch(client, { oidc_logout: {} })
  expect(silent).not.toHaveProperty('oidc_logout')
  expect(silent).not.toHaveProperty('oidc_backchannel_logout')
})

it('transfers sessions as told, and else as Auth0 does', async () => {
  const client = await create({ session_transfer: { enforce_device_binding: 'asn' } })
  const defaults = {
    can_create_session_transfer_token: false,
    allowed_authentication_methods: [],
    enforce_device_binding: 'asn',
    allow_refresh_token: false,
    enforce_online_refresh_tokens: true,
    enforce_cascade_revocation: true,
  }
  expect(client.session_transfer).toEqual(defaults)
  const changed = await patch(client, { session_transfer: { allow_refresh_token: true } })
  expect(changed.session_transfer).toEqual({ ...defaults, allow_refresh_token: true })
  expect(await patch(client, { session_transfer: null })).not.toHaveProperty('session_transfer')
})

it.each([
  [{ description: null }, "'Expected type string but found type null' on property description."],
  [{ callbacks: null }, "'Expected type array but found type null' on property callbacks."],
  [
    { native_social_login: {} },
    "'Too few properties defined (0), minimum 1' on property native_social_login.",
  ],
  [
    {
      client_authentication_methods: {
        private_key_jwt: { credentials: [] },
        tls_client_auth: { credentials: [] },
      },
    },
    "'Too many properties defined (2), maximum 1' on property client_authentication_methods.",
  ],
])('refuses to be changed by %j', async (body, complaint) => {
  const client = await create({})
  expect(await patch(client, body)).toMatchObject({
    statusCode: 400,
    message: `Payload validation error: ${complaint}`,
    errorCode: 'invalid_body',
  })
})

it('invites people through a client that exists', async () => {
  const my_organization_configuration = {
    allowed_strategies: [],
    connection_deletion_behavior: 'allow',
    invitation_landing_client_id: 'nobody',
  }
  const refused = await tenant.call('POST', '/clients', { name: 'a', my_organization_configuration })
  expect(refused).toMatchObject({ status: 404, body: { errorCode: 'inexistent_client' } })
})

describe('the list of clients', () => {
  it('finds those with a grant for any organization', async () => {
    const audience = 'https://api.example/organizations'
    await tenant.call('POST', '/resource-servers', { identifier: audience })
    const { client_id } = await create({ name: 'For every organization' })
    const grant = { client_id, audience, organization_usage: 'allow', allow_any_organization: true }
    expect((await tenant.call('POST', '/client-grants', grant)).status).toBe(201)

    const q = 'q=client_grant.allow_any_organization:true&fields=client_id'
    const found = await tenant.call('GET', `/clients?take=10&${q}`)
    expect(found.body).toEqual({ clients: [{ tenant: 'localhost', client_id }] })
    expect((await tenant.call('GET', `/clients?${q}`)).status).toBe(400)
  })

  it.each([
    ['q=client_grant.organization_id:org_1&take=5', 200],
    ['external_client_id=https://elsewhere.example&take=5', 200],
    ['q=name:a&take=5', 400],
    [`external_client_id=${'x'.repeat(121)}`, 400],
    ['per_page=0', 200],
  ])('answers ?%s with %i', async (query, status) => {
    expect((await tenant.call('GET', `/clients?${query}`)).status).toBe(status)
  })
})
