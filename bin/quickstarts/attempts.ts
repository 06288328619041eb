import type { JWTPayload } from 'jose'
import type { Api, Signer } from './signer.ts'

/** What an attempt has to work with. */
export type Means = {
  api: Api
  signer: Signer
  /** Of a token that the API has to accept. */
  claims: JWTPayload
  /** Tokens that the tenant issued: for a client with the scope, and for one without. */
  good: string
  withoutScope: string
}

/** How the API has to answer: RFC 6750, sections 3 and 3.1. `refused` may also be an `invalid_request`. */
export type Expected = 'accepted' | 'refused' | 'unauthenticated' | 'invalid_token' | 'insufficient_scope'

export type Attempt = {
  name: string
  expected: Expected
  /** The Authorization header, if any. */
  authorization: (means: Means) => undefined | string | Promise<string>
  /** Only for an API that defines scopes. */
  scoped?: boolean
}

const bearer =
  (token: (means: Means) => string | Promise<string>): Attempt['authorization'] =>
  async (means) =>
    `Bearer ${await token(means)}`

/** A token that would be accepted but for these claims. */
const signed = (change: (means: Means) => JWTPayload) =>
  bearer((means) => means.signer.sign(means.api, { ...means.claims, ...change(means) }))

const now = () => Math.floor(Date.now() / 1000)

/** Everything that is sent to every API, in this order. */
export const attempts: readonly Attempt[] = [
  { name: 'no token', expected: 'unauthenticated', authorization: () => undefined },
  { name: 'another scheme', expected: 'refused', authorization: () => 'Basic YTpi' },
  { name: 'garbage', expected: 'invalid_token', authorization: () => 'Bearer a.b.c' },
  { name: 'binary garbage', expected: 'invalid_token', authorization: () => 'Bearer \u00ff\u00fe..\u00e9' },
  {
    name: 'a token that has expired',
    expected: 'invalid_token',
    authorization: signed(() => ({ iat: now() - 7200, exp: now() - 3600 })),
  },
  {
    name: 'a token that never expires',
    expected: 'invalid_token',
    authorization: signed(() => ({ exp: undefined })),
  },
  {
    name: 'a token for another audience',
    expected: 'invalid_token',
    authorization: signed(({ api }) => ({ aud: `${api.identifier}/` })),
  },
  {
    name: 'a token for no audience',
    expected: 'invalid_token',
    authorization: signed(() => ({ aud: undefined })),
  },
  {
    name: 'a token of another issuer',
    expected: 'invalid_token',
    authorization: signed(({ claims }) => ({ iss: claims.iss?.slice(0, -1) })),
  },
  {
    name: 'alg: none',
    expected: 'invalid_token',
    authorization: bearer(({ signer, claims }) => signer.unsigned(claims)),
  },
  {
    name: 'RS256 and HS256 confused',
    expected: 'invalid_token',
    authorization: bearer(({ signer, api, claims }) => signer.signConfused(api, claims)),
  },
  {
    name: 'a signature with another key',
    expected: 'invalid_token',
    authorization: bearer(({ signer, api, claims }) => signer.signAsStranger(api, claims)),
  },
  {
    name: 'a changed payload',
    expected: 'invalid_token',
    authorization: bearer(({ good, claims }) => changed(good, claims)),
  },
  {
    name: 'a token without the scope',
    expected: 'insufficient_scope',
    authorization: bearer(({ withoutScope }) => withoutScope),
    scoped: true,
  },
  {
    name: 'scopes that only look alike',
    expected: 'insufficient_scope',
    authorization: signed(() => ({ scope: 'read:orders:all xread:orders READ:ORDERS' })),
    scoped: true,
  },
  {
    name: 'a token with no scope claim at all',
    expected: 'insufficient_scope',
    authorization: signed(() => ({ scope: undefined })),
    scoped: true,
  },
  {
    name: 'a token for two audiences',
    expected: 'accepted',
    authorization: signed(({ api }) => ({ aud: ['urn:other', api.identifier] })),
  },
  { name: 'the tenant’s token', expected: 'accepted', authorization: bearer(({ good }) => good) },
  {
    name: 'the tenant’s token, the scheme in lower case',
    expected: 'accepted',
    authorization: ({ good }) => `bearer ${good}`,
  },
]

function changed(token: string, claims: JWTPayload) {
  const [header, , signature] = token.split('.')
  const payload = Buffer.from(JSON.stringify({ ...claims, sub: 'somebody else' })).toString('base64url')
  return `${header}.${payload}.${signature}`
}
