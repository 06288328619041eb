import { expect, test } from 'vitest'
import { checkedRows } from './check'
import type { DecodedToken } from './decode'
import { predict } from './predict'
import type { TokenApi, TokenClient } from './token'
import { plain } from './words'

const api: TokenApi = {
  id: 'a1',
  name: 'Orders API',
  identifier: 'https://orders.example/',
  signingAlgorithm: 'RS256',
  tokenLifetime: 86_400,
  scopes: ['read:a', 'read:b'].map((value) => ({ value, description: '' })),
  isSystem: false,
  isClosed: false,
  dialect: 'auth0',
  withPermissions: false,
}
const client: TokenClient = {
  id: 'c1',
  name: 'worker',
  grantTypes: ['client_credentials'],
  authMethod: 'client_secret_post',
  access: { scope: ['read:a', 'read:b'], allScopes: false },
  needsOrganization: false,
  quota: null,
}
const expected = predict({ issuer: 'https://t.example/', api, client, request: { scopes: [] } }).token
if (!expected) throw new Error('no token was predicted')

const now = new Date('2026-11-24T12:03:30Z')
const iat = now.getTime() / 1000 - 30
const good: DecodedToken = {
  header: { ...expected.header, kid: 'k1' },
  claims: { ...expected.claims, iat, exp: iat + 86_400 },
}
const check = (changed: object = {}, header: object = {}, signature: object = { valid: true, keyId: 'k1' }) =>
  checkedRows(
    { header: { ...good.header, ...header }, claims: { ...good.claims, ...changed } },
    { expected, signature: signature as { valid: true }, api, client, now, timeZone: 'UTC' },
  ).map(({ claim, verdict, words }) => [claim, verdict, plain(words)])

test('what was predicted passes, each claim in words', () => {
  expect(check()).toEqual([
    ['alg', 'yes', 'Signature verified with the tenant’s public key k1'],
    ['iss', 'yes', 'Issued by this tenant'],
    ['sub', 'yes', 'worker itself, no person'],
    ['aud', 'yes', 'Meant for Orders API, to the letter'],
    ['exp', 'yes', 'Issued 12:03, expires tomorrow 12:03, in 23 h 59 min (UTC)'],
    ['scope', 'yes', '2 of the API’s 2 scopes'],
    ['gty', 'yes', 'Got by client credentials'],
    ['azp', 'yes', 'Issued to worker'],
  ])
})

test.each([
  [{ aud: 'https://orders.example' }, ['aud', 'no', 'Expected https://orders.example/']],
  [{ iss: 'https://u.example/' }, ['iss', 'no', 'Expected https://t.example/']],
  [{ scope: 'read:b read:a' }, ['scope', 'yes', '2 of the API’s 2 scopes']],
  [{ scope: 'read:a' }, ['scope', 'no', 'Expected read:a read:b']],
  [{ scope: undefined }, ['scope', 'no', 'Missing. Expected read:a read:b']],
  [{ exp: iat + 60 }, ['exp', 'no', 'Issued 12:03, expires 12:04, in 30 s (UTC). Expected 24 h of validity']],
  [{ exp: undefined }, ['exp', 'no', 'It does not say when it was issued and expires']],
  [
    { 'https://x/role': 'a' },
    ['https://x/role', 'note', 'Added by the tenant, by an Action for example. It was not predicted'],
  ],
  [{ jti: 'j' }, ['jti', 'yes', 'Names this one token']],
])('a token with %j', (changed, row) => {
  expect(check(changed)).toContainEqual(row)
})

test('another algorithm than the API’s does not pass, whatever its signature', () => {
  expect(check({}, { alg: 'none' })[0]).toEqual(['alg', 'no', 'Expected RS256'])
})

test('a signature that is not the tenant’s says why', () => {
  expect(check({}, {}, { valid: false, because: 'It was not' })[0]).toEqual(['alg', 'no', 'It was not'])
})
