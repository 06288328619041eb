import { decodeJwt, decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOidc } from './testing/start-oidc.ts'
import { orders, tokenEndpoint, worker } from './testing/token-endpoint.ts'

let tenant: Awaited<ReturnType<typeof startOidc>>
let endpoint: ReturnType<typeof tokenEndpoint>
beforeAll(async () => {
  tenant = await startOidc()
  endpoint = tokenEndpoint(tenant)
})
afterAll(() => tenant.stop())

describe('what is asked and answered', () => {
  test('the answer has Auth0’s keys in Auth0’s order and is never cached', async () => {
    const { body, headers } = await endpoint.asJson(worker)
    expect(Object.keys(body)).toEqual(['access_token', 'scope', 'expires_in', 'token_type'])
    expect(body).toMatchObject({ scope: 'read:orders write:orders', expires_in: 86400 })
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('the token is in Auth0’s dialect', async () => {
    const token = await endpoint.issue()
    const [key] = await tenant.storage.signingKeys.list()
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'RS256', typ: 'JWT', kid: key?.kid })
    const { iat, exp, ...claims } = decodeJwt(token)
    expect(Number(exp) - Number(iat)).toBe(86400)
    expect(claims).toEqual({
      iss: tenant.issuer,
      sub: 'worker@clients',
      aud: orders,
      scope: 'read:orders write:orders',
      gty: 'client-credentials',
      azp: 'worker',
    })
  })

  test('a form, JSON and HTTP Basic are all understood', async () => {
    const { client_id, client_secret, ...rest } = worker
    const authorization = `Basic ${btoa(`${client_id}:${client_secret}`)}`
    for (const answer of [
      endpoint.asForm(worker),
      endpoint.asJson(worker),
      endpoint.asForm(rest, { authorization }),
    ])
      expect((await answer).status).toBe(200)
  })

  test('fewer scopes can be asked for', async () => {
    expect(decodeJwt(await endpoint.issue({ scope: 'write:orders' })).scope).toBe('write:orders')
  })

  test('no scope is mentioned where none was granted', async () => {
    await tenant.storage.clientGrants.insert({
      id: 'cgr_none',
      client_id: 'stranger',
      audience: orders,
      subject_type: 'client',
      scope: [],
    })
    const { body } = await endpoint.asJson({
      ...worker,
      client_id: 'stranger',
      client_secret: 'stranger-secret',
    })
    expect(Object.keys(body)).toEqual(['access_token', 'expires_in', 'token_type'])
    expect(decodeJwt(String(body.access_token))).not.toHaveProperty('scope')
    await tenant.storage.clientGrants.delete('cgr_none')
  })

  test('allow_all_scopes grants what the API defines', async () => {
    const token = await endpoint.issue({ audience: 'urn:hs256' })
    expect(decodeJwt(token).scope).toBe('read:orders write:orders read:secrets')
  })

  test.each(['http', 'https'])('the Management API is known by its %s identifier', async (scheme) => {
    const audience = `${tenant.issuer.replace(/^http/, scheme)}api/v2/`
    expect(decodeJwt(await endpoint.issue({ audience })).aud).toBe(`${tenant.issuer}api/v2/`)
  })

  test('the tenant’s default audience stands in for a missing one', async () => {
    const { audience: _, ...request } = worker
    await tenant.storage.settings.update((settings) => ({ ...settings, default_audience: orders }))
    expect((await endpoint.asJson(request)).status).toBe(200)
    await tenant.storage.settings.update(({ default_audience: _, ...settings }) => settings)
  })

  test.each([
    ['access_token_authz', true, ['read:orders', 'write:orders']],
    ['rfc9068_profile_authz', true, ['read:orders', 'write:orders']],
    ['access_token_authz', false, undefined],
    ['access_token', true, undefined],
  ] as const)(
    'permissions in a token of %s, policies enforced: %s',
    async (token_dialect, enforce_policies, list) => {
      const change = { token_dialect, enforce_policies }
      await tenant.storage.resourceServers.update(orders, (api) => ({ ...api, ...change }))
      const { permissions, scope } = decodeJwt(await endpoint.issue())
      expect({ permissions, scope }).toEqual({ permissions: list, scope: 'read:orders write:orders' })
      await tenant.storage.resourceServers.update(
        orders,
        ({ token_dialect: _, enforce_policies: __, ...api }) => api,
      )
    },
  )

  test('the API decides how long its tokens live', async () => {
    await tenant.storage.resourceServers.update(orders, (api) => ({ ...api, token_lifetime: 60 }))
    const { body } = await endpoint.asForm(worker)
    const { iat, exp } = decodeJwt(String(body.access_token))
    expect([body.expires_in, Number(exp) - Number(iat)]).toEqual([60, 60])
    await tenant.storage.resourceServers.update(orders, (api) => ({ ...api, token_lifetime: 86400 }))
  })

  test('resource names the API where the tenant takes it, and audience comes first', async () => {
    const { audience: _, ...request } = worker
    const profile = (resource_parameter_profile: 'audience' | 'compatibility') =>
      tenant.storage.settings.update((settings) => ({ ...settings, resource_parameter_profile }))
    expect((await endpoint.asForm({ ...request, resource: orders })).status).toBe(403)
    await profile('compatibility')
    const { body } = await endpoint.asForm({ ...request, resource: orders })
    expect(decodeJwt(String(body.access_token)).aud).toBe(orders)
    const both = await endpoint.asForm({ ...worker, resource: 'urn:hs256' })
    expect(decodeJwt(String(both.body.access_token)).aud).toBe(orders)
    await profile('audience')
  })

  test('what is changed or revoked holds for the very next request', async () => {
    const { storage } = tenant
    await storage.clients.update('worker', (client) => ({ ...client, client_secret: 'rotated' }))
    expect((await endpoint.asForm(worker)).status).toBe(401)
    expect((await endpoint.asForm({ ...worker, client_secret: 'rotated' })).status).toBe(200)
    await storage.clients.update('worker', (client) => ({ ...client, client_secret: 'worker-secret' }))

    const grant = await storage.clientGrants.findFor('worker', orders)
    if (!grant) throw new Error('The worker has no grant')
    await storage.clientGrants.delete(grant.id)
    expect((await endpoint.asForm(worker)).status).toBe(403)
    await storage.clientGrants.insert(grant)
    expect((await endpoint.asForm(worker)).status).toBe(200)
  })

  test('the RFC 9068 dialect', async () => {
    await tenant.storage.resourceServers.update(orders, (api) => ({
      ...api,
      token_dialect: 'rfc9068_profile',
    }))
    const token = await endpoint.issue()
    expect(decodeProtectedHeader(token).typ).toBe('at+jwt')
    const claims = decodeJwt(token)
    expect(claims).toMatchObject({ client_id: 'worker', jti: expect.any(String) })
    expect(claims).not.toHaveProperty('azp')
    expect(claims).not.toHaveProperty('gty')
    await tenant.storage.resourceServers.update(orders, ({ token_dialect: _, ...api }) => api)
  })
})

describe('refusals', () => {
  const noGrant = (audience: string) =>
    `Client is not authorized to access "${audience}". You need to create a "client-grant" associated to this API. See: https://auth0.com/docs/api/v2#!/Client_Grants/post_client_grants`

  test.each([
    ['a wrong secret', { client_secret: 'wrong' }, 401, 'access_denied', 'Unauthorized'],
    ['an unknown client', { client_id: 'nobody' }, 401, 'access_denied', 'Unauthorized'],
    ['no secret', { client_secret: undefined }, 401, 'access_denied', 'Unauthorized'],
    [
      'a public client',
      { client_id: 'open', client_secret: undefined },
      401,
      'access_denied',
      'Unauthorized',
    ],
    [
      'no grant',
      { client_id: 'stranger', client_secret: 'stranger-secret' },
      403,
      'access_denied',
      noGrant(orders),
    ],
    ['an unknown audience', { audience: 'urn:none' }, 403, 'access_denied', 'Service not found: urn:none'],
    [
      'scopes beyond the grant',
      { scope: 'read:orders a b' },
      403,
      'access_denied',
      'Client has not been granted scopes: a, b',
    ],
    [
      'a scope the API lost',
      { scope: 'gone:orders' },
      403,
      'access_denied',
      'Client has not been granted scopes: gone:orders',
    ],
    [
      'no audience',
      { audience: undefined },
      403,
      'access_denied',
      'Non-global clients are not allowed access to APIv1',
    ],
    [
      'no grant_type',
      { grant_type: undefined },
      400,
      'invalid_request',
      'Missing required parameter: grant_type',
    ],
    [
      'no client_id',
      { client_id: undefined, client_secret: undefined },
      400,
      'invalid_request',
      'Missing required parameter: client_id',
    ],
    [
      'an unknown grant_type',
      { grant_type: 'x' },
      400,
      'unsupported_grant_type',
      'Unsupported grant type: x',
    ],
    [
      'a parameter that is an object',
      { audience: {} },
      400,
      'invalid_request',
      'Invalid parameter: audience',
    ],
  ])('%s', async (_, change, status, error, error_description) => {
    const answer = await endpoint.asJson({ ...worker, ...change })
    expect(answer.body).toEqual({ error, error_description })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  test('a grant type the client may not use', async () => {
    const answer = await endpoint.asJson({
      ...worker,
      client_id: 'codeonly',
      client_secret: 'codeonly-secret',
    })
    expect(answer.status).toBe(403)
    expect(answer.body).toEqual({
      error: 'unauthorized_client',
      error_description: "Grant type 'client_credentials' not allowed for the client.",
      error_uri: 'https://auth0.com/docs/clients/client-grant-types',
    })
  })

  test('a wrong secret in HTTP Basic', async () => {
    const { client_id: _, client_secret: __, ...request } = worker
    const answer = await endpoint.asForm(request, { authorization: `Basic ${btoa('worker:wrong')}` })
    expect(answer).toMatchObject({ status: 401, body: { error: 'access_denied' } })
  })

  test('an API whose policy denies machines', async () => {
    const deny = { client: { policy: 'deny_all' as const } }
    await tenant.storage.resourceServers.update('urn:hs256', (api) => ({
      ...api,
      subject_type_authorization: deny,
    }))
    const answer = await endpoint.asJson({ ...worker, audience: 'urn:hs256' })
    expect(answer.body.error_description).toBe(noGrant('urn:hs256'))
    await tenant.storage.resourceServers.update(
      'urn:hs256',
      ({ subject_type_authorization: _, ...api }) => api,
    )
  })

  test.each([
    ['broken JSON', '{"grant_type":', 400, 'The request body is not valid JSON'],
    ['an array', '[]', 400, 'The request body must be a JSON object'],
    ['more than 56 kB', `"${'x'.repeat(60_000)}"`, 413, 'The request body is too large'],
  ])('%s', async (_, body, status, error_description) => {
    const answer = await endpoint.post({ headers: { 'content-type': 'application/json' }, body })
    expect(answer).toMatchObject({ status, body: { error: 'invalid_request', error_description } })
  })

  test.each([
    ['not UTF-8', 'grant_type=client_credentials&scope=a%FFb'],
    ['half an escape', 'grant_type=client_credentials&scope=%'],
  ])('a form that is %s', async (_, body) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await endpoint.post({ headers, body })
    expect(answer).toMatchObject({
      status: 400,
      body: { error: 'invalid_request', error_description: 'The request body is not properly encoded' },
    })
  })

  test.each(['client_id', 'audience', 'scope'])('a NUL in %s', async (name) => {
    const expected = { error: 'invalid_request', error_description: `Invalid parameter: ${name}` }
    for (const ask of [endpoint.asForm, endpoint.asJson]) {
      expect(await ask({ ...worker, [name]: 'a\0b' })).toMatchObject({ status: 400, body: expected })
    }
  })

  test('an organization, since there are none', async () => {
    const answer = await endpoint.asForm({ ...worker, organization: 'org_1' })
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_request' } })
  })

  test('an origin that the client does not allow gets an answer that no browser lets it read', async () => {
    const { status, headers } = await endpoint.asForm(worker, { origin: 'https://elsewhere.example' })
    expect([status, headers.get('access-control-allow-origin')]).toEqual([400, null])
  })

  test('a parameter given twice', async () => {
    const answer = await endpoint.post({
      body: new URLSearchParams([...Object.entries(worker), ['audience', 'urn:none']]),
    })
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_request' } })
  })
})
