import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { request, startTestTenant, type TestTenant } from '../test-tenant.ts'

let tenant: TestTenant
beforeAll(async () => {
  tenant = await startTestTenant()
})
afterAll(() => tenant.stop())

const publicPem = (modulusLength: number) =>
  generateKeyPairSync('rsa', { modulusLength }).publicKey.export({ type: 'spki', format: 'pem' }).toString()
const pem = publicPem(2048)

/** The status of asking for a token with the client's secret. */
async function signIn({ client_id, client_secret }: Record<string, unknown>) {
  const { status } = await request(new URL('oauth/token', tenant.issuer), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ grant_type: 'client_credentials', client_id, client_secret, audience: 'urn:any' }),
  })
  return status
}

it('makes a client that proves itself with a key and has no secret', async () => {
  const { status, body } = await tenant.call('POST', '/clients', {
    name: 'Signs',
    client_authentication_methods: {
      private_key_jwt: { credentials: [{ credential_type: 'public_key', name: 'laptop', pem }] },
    },
  })
  expect(status).toBe(201)
  expect(body).not.toHaveProperty('client_secret')
  expect(body.client_authentication_methods).toEqual({
    private_key_jwt: { credentials: [{ id: expect.stringMatching(/^cred_[A-Za-z0-9]{22}$/) }] },
  })

  const listed = await tenant.call('GET', `/clients/${body.client_id}/credentials?include_totals=true`)
  expect(listed.body).toMatchObject([{ name: 'laptop', alg: 'RS256', credential_type: 'public_key' }])
  expect(JSON.stringify(listed.body)).not.toContain('BEGIN PUBLIC KEY')
  expect((await tenant.call('POST', `/clients/${body.client_id}/rotate-secret`)).status).toBe(400)
})

it('adds, limits and removes a key of a client', async () => {
  const { body: client } = await tenant.call('POST', '/clients', { name: 'Has a secret' })
  expect(await signIn(client)).toBe(403)
  const keys = `/clients/${client.client_id}/credentials`
  const added = await tenant.call('POST', keys, { credential_type: 'public_key', pem, alg: 'PS256' })
  expect(added).toMatchObject({ status: 201, body: { alg: 'PS256', kid: expect.any(String) } })

  const key = `${keys}/${added.body.id}`
  const limited = await tenant.call('PATCH', key, { expires_at: '2030-01-01T00:00:00.000Z' })
  expect(limited.body.expires_at).toBe('2030-01-01T00:00:00.000Z')
  const switched = await tenant.call('PATCH', `/clients/${client.client_id}`, {
    client_authentication_methods: { private_key_jwt: { credentials: [{ id: added.body.id }] } },
    token_endpoint_auth_method: null,
  })
  expect(switched.status).toBe(200)
  expect(switched.body).not.toHaveProperty('client_secret')
  expect(await signIn(client)).toBe(401)

  expect(await tenant.call('DELETE', key)).toMatchObject({
    status: 400,
    body: { message: /^The credential is in use/ },
  })
  const back = await tenant.call('PATCH', `/clients/${client.client_id}`, {
    client_authentication_methods: null,
  })
  expect(back.body.client_secret).toMatch(/^[\w-]{64}$/)
  expect(back.body.client_secret).not.toBe(client.client_secret)

  expect((await tenant.call('DELETE', key)).status).toBe(204)
  expect(await tenant.call('GET', key)).toMatchObject({
    status: 404,
    body: { errorCode: 'inexistent_credential' },
  })
})

describe('the keys of a client', () => {
  const key = (extra: object = {}) => ({ credential_type: 'public_key', pem: publicPem(2048), ...extra })

  it('are two at most, each once, in the order of their kids', async () => {
    const { body: client } = await tenant.call('POST', '/clients', { name: 'Two keys' })
    const keys = `/clients/${client.client_id}/credentials`
    for (const kid of ['zzzzzzzzzz', 'aaaaaaaaaa']) await tenant.call('POST', keys, key({ kid }))
    expect((await tenant.call('GET', keys)).body).toMatchObject([
      { kid: 'aaaaaaaaaa' },
      { kid: 'zzzzzzzzzz' },
    ])
    expect((await tenant.call('POST', keys, key({ kid: 'aaaaaaaaaa' }))).status).toBe(409)
    expect(await tenant.call('POST', keys, key())).toMatchObject({
      status: 400,
      body: { message: 'A client can have at most 2 credentials of a type.' },
    })
    const { body: unnamed } = await tenant.call('GET', keys)
    expect(JSON.stringify(unnamed)).not.toContain('"name"')
  })

  it('are its own, of the right type, and instead of a method with a secret', async () => {
    const method = { token_endpoint_auth_method: 'client_secret_post' }
    const { body: one } = await tenant.call('POST', '/clients', { name: 'One', ...method })
    const { body: other } = await tenant.call('POST', '/clients', { name: 'Other' })
    const { body: foreign } = await tenant.call('POST', `/clients/${other.client_id}/credentials`, key())
    const { body: own } = await tenant.call('POST', `/clients/${one.client_id}/credentials`, key())
    const use = (id: unknown, type = 'private_key_jwt') => ({
      client_authentication_methods: { [type]: { credentials: [{ id }] } },
    })
    const change = (body: object) => tenant.call('PATCH', `/clients/${one.client_id}`, body)

    expect(await change({ ...use(foreign.id), token_endpoint_auth_method: null })).toMatchObject({
      status: 400,
      body: { message: `The client has no public_key credential ${foreign.id}.` },
    })
    expect(
      (await change({ ...use(own.id, 'tls_client_auth'), token_endpoint_auth_method: null })).status,
    ).toBe(400)
    expect(await change(use(own.id))).toMatchObject({ status: 400, body: { message: /mutually exclusive/ } })
    expect((await change({ ...use(own.id), token_endpoint_auth_method: null })).status).toBe(200)
    const back = { client_authentication_methods: null, signed_request_object: null, ...method }
    expect((await change(back)).body).toHaveProperty('client_secret')
  })

  it('need a scope of their own', async () => {
    const { body: client } = await tenant.call('POST', '/clients', { name: 'a' })
    const bearer = await tenant.tokenFor('update:client_credentials')
    const change = (body: object) => tenant.call('PATCH', `/clients/${client.client_id}`, body, bearer)
    expect((await change({ client_authentication_methods: null })).status).toBe(200)
    expect((await change({ description: 'x' })).status).toBe(403)
    expect((await change({ client_secret: 'x'.repeat(40) })).status).toBe(403)
  })
})

it.each([
  ['not a key', { credential_type: 'public_key', pem: 'hello' }],
  ['a key that is too short', { credential_type: 'public_key', pem: publicPem(1024) }],
  ['nothing', { credential_type: 'public_key' }],
  ['a kid that is too short', { credential_type: 'public_key', pem, kid: 'short' }],
])('refuses %s', async (_, credential) => {
  const { body } = await tenant.call('POST', '/clients', { name: 'Target' })
  expect(await tenant.call('POST', `/clients/${body.client_id}/credentials`, credential)).toMatchObject({
    status: 400,
    body: { errorCode: 'invalid_body' },
  })
})

it('leaves no client behind when its key is refused', async () => {
  const { body: before } = await tenant.call('GET', '/clients?include_totals=true&per_page=0')
  const refused = await tenant.call('POST', '/clients', {
    name: 'Half made',
    client_authentication_methods: {
      private_key_jwt: { credentials: [{ credential_type: 'public_key', pem: 'hello' }] },
    },
  })
  expect(refused.status).toBe(400)
  const { body: after } = await tenant.call('GET', '/clients?include_totals=true&per_page=0')
  expect(after.total).toBe(before.total)
})
