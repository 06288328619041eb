import { decodeJwt, decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tenantForTests } from '../../bin/tenant-for-tests.ts'
import { clientFields, toClient } from '../clients/client'
import { findGrant } from '../grants/find-grant'
import { management } from '../management/management'
import { predict } from './predict'
import { toQuota } from './quota'
import { type TokenClient, toTokenApi } from './token'
import { tokenRequest } from './token-request'
import { plain } from './words'

let tenant: Awaited<ReturnType<typeof tenantForTests>>
beforeAll(async () => {
  tenant = await tenantForTests()
  Object.assign(process.env, tenant.environment)
})
afterAll(() => tenant.stop())

const all = ['read:a', 'read:b', 'read:c']

type Situation = {
  api?: object
  client?: object
  /** The scopes granted; none at all without a grant. */
  granted?: string[] | 'all' | null
  grant?: object
  ask?: string[]
  says: RegExp
}

const situations: [name: string, situation: Situation][] = [
  ['everything that is granted', { granted: ['read:b', 'read:a'], says: /carries both scopes of its grant/ }],
  ['a grant for all scopes', { granted: 'all', says: /carries all 3 scopes/ }],
  ['a grant without scopes', { granted: [], says: /carries none/ }],
  ['an API without scopes', { api: { scopes: [] }, granted: [], says: /carries none/ }],
  [
    'a subset, in another order',
    { granted: all, ask: ['read:c', 'read:a'], says: /Both scopes are in its grant/ },
  ],
  ['a scope twice', { granted: all, ask: ['read:a', 'read:a'], says: /The scope is in its grant/ }],
  [
    'a scope that is not granted',
    { granted: ['read:a'], ask: all, says: /is not granted read:b and read:c/ },
  ],
  ['a scope that does not exist', { granted: ['read:a'], ask: ['read:x'], says: /does not define read:x/ }],
  ['a scope with a quote', { granted: ['read:a'], ask: ['read:"a"'], says: /can’t be a scope/ }],
  ['no grant', { granted: null, says: /is not authorized for/ }],
  [
    'an API closed to clients',
    {
      api: { subject_type_authorization: { client: { policy: 'deny_all' } } },
      granted: all,
      says: /deny_all/,
    },
  ],
  [
    'a client without the grant type',
    { client: { grant_types: ['authorization_code'] }, granted: all, says: /may not use the grant type/ },
  ],
  [
    'a client without a secret',
    {
      client: { app_type: 'spa', token_endpoint_auth_method: 'none', grant_types: ['authorization_code'] },
      granted: all,
      says: /has no secret/,
    },
  ],
  [
    'a grant for organizations',
    { granted: all, grant: { organization_usage: 'require' }, says: /name an organization/ },
  ],
  ['HS256', { api: { signing_alg: 'HS256' }, granted: all, says: /with the API’s secret \(HS256\)/ }],
  ['a short lifetime', { api: { token_lifetime: 60 }, granted: all, says: /valid for 1 min/ }],
  ['the RFC 9068 dialect', { api: { token_dialect: 'rfc9068_profile' }, granted: all, says: /authorized/ }],
  [
    'permissions',
    {
      api: { token_dialect: 'access_token_authz', enforce_policies: true },
      granted: all,
      says: /authorized/,
    },
  ],
  [
    'permissions that are not enforced',
    { api: { token_dialect: 'rfc9068_profile_authz' }, granted: all, says: /authorized/ },
  ],
  [
    'a client that authenticates by Basic',
    { client: { token_endpoint_auth_method: 'client_secret_basic' }, granted: all, says: /with its secret/ },
  ],
  [
    'a quota',
    {
      client: { token_quota: { client_credentials: { per_hour: 1000, per_day: 5000, enforce: true } } },
      granted: all,
      says: /quota is 1,000 an hour and 5,000 a day; beyond it the answer is 429/,
    },
  ],
]

test.each(situations)('%s: what is predicted is what the tenant answers', async (_, situation) => {
  const { ask = [], says } = situation
  const { api, client, secret } = await made(situation)

  const prediction = predict({ issuer: tenant.issuer, api, client, request: { scopes: ask } })

  const { status, body } = await askFor(
    tokenRequest({ issuer: tenant.issuer, audience: api.identifier, client, scopes: ask }, secret),
  )
  expect(prediction.reasons.map(({ words }) => plain(words)).join('. ')).toMatch(says)
  if (prediction.refusal) {
    const { error, description, uri } = prediction.refusal
    expect({
      status: prediction.refusal.status,
      error,
      error_description: description,
      error_uri: uri,
    }).toEqual({
      status,
      ...body,
    })
    return
  }
  const { header, claims, lifetime } = prediction.token
  const { iat = 0, exp = 0, jti, ...real } = decodeJwt(body.access_token)
  const { kid, ...realHeader } = decodeProtectedHeader(body.access_token)
  expect(status).toBe(200)
  expect(real).toEqual(claims)
  expect(realHeader).toEqual(header)
  expect([exp - iat, body.expires_in]).toEqual([lifetime, lifetime])
  expect(body.scope).toBe(claims.scope)
  expect(Boolean(jti)).toBe(api.dialect === 'rfc9068')
  expect(Boolean(kid)).toBe(!api.signingAlgorithm.startsWith('HS'))
})

test('what is not known is not claimed', async () => {
  const { api, client } = await made({ granted: all, says: /./ })

  const { reasons } = predict({
    issuer: tenant.issuer,
    api,
    client: { ...client, quota: undefined },
    request: { scopes: [] },
  })

  expect(reasons.map(({ words }) => plain(words)).join()).not.toMatch(/quota/i)
})

async function made({ api = {}, client = {}, granted = null, grant = {} }: Situation) {
  const mark = crypto.randomUUID()
  const scopes = all.map((value) => ({ value, description: '' }))
  const { id = '', identifier = '' } = await management((management) =>
    management.resourceServers.create({
      name: 'Orders',
      identifier: `urn:${mark}`,
      signing_alg: 'RS256',
      scopes,
      ...api,
    }),
  )
  const { client_id = '', client_secret = '' } = await management((management) =>
    management.clients.create({
      name: mark,
      app_type: 'non_interactive',
      grant_types: ['client_credentials'],
      ...client,
    }),
  )
  if (granted) {
    const access = granted === 'all' ? { allow_all_scopes: true } : { scope: granted }
    await management((management) =>
      management.clientGrants.create({ client_id, audience: identifier, ...access, ...grant }),
    )
  }
  return {
    api: toTokenApi(await management((management) => management.resourceServers.get(id))),
    client: await asRead(client_id, identifier),
    secret: client_secret,
  }
}

async function asRead(clientId: string, audience: string): Promise<TokenClient> {
  const raw = await management((api) =>
    api.clients.get(clientId, { fields: `${clientFields},token_quota`, include_fields: true }),
  )
  const grant = await findGrant(clientId, audience)
  return {
    ...toClient(raw, { signIn: '', management: '' }),
    access: grant && { scope: grant.scope, allScopes: grant.allScopes },
    needsOrganization: grant?.needsOrganization ?? false,
    quota: toQuota(raw.token_quota),
  }
}

async function askFor({ url, headers, body }: ReturnType<typeof tokenRequest>) {
  const response = await fetch(url, { method: 'POST', headers, body })
  return { status: response.status, body: await response.json() }
}
