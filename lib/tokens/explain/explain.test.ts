import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TokenApi, TokenClient } from '../token'
import { plain } from '../words'
import { explain, longestText } from './explain'
import type { Known } from './explanation'

const issuer = 'https://t.example/'
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
const worker: TokenClient = {
  id: 'c1',
  name: 'worker',
  grantTypes: ['client_credentials'],
  authMethod: 'client_secret_post',
  access: { scope: ['read:a'], allScopes: false },
  needsOrganization: false,
  quota: null,
}
const stranger: TokenClient = { ...worker, id: 'c2', name: 'stranger', access: null }
const browserApp: TokenClient = {
  ...worker,
  id: 'c3',
  name: 'storefront',
  authMethod: 'none',
  grantTypes: [],
}
const now = new Date('2026-11-24T12:00:00Z')
const known: Known = {
  issuer,
  api,
  clients: [worker, stranger, browserApp],
  complete: true,
  client: worker,
  need: '',
  now,
  timeZone: 'UTC',
}
const hs256 = { ...known, api: { ...api, signingAlgorithm: 'HS256' } }

/** Every finding as "no: sentence [mend]". */
const said = (text: string, of: Known = known) =>
  explain(text, of).flatMap(({ findings }) =>
    findings.map(
      ({ verdict, words, mend }) => `${verdict}: ${plain(words)}${mend ? ` [${mendText(mend)}]` : ''}`,
    ),
  )
const mendText = (mend: object) => Object.values(mend).flat().join(' ')

const seconds = now.getTime() / 1000
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const jwt = (claims: object = {}, header: object = {}) =>
  `${part({ alg: 'RS256', typ: 'JWT', ...header })}.${part({
    iss: issuer,
    aud: api.identifier,
    sub: 'c1@clients',
    azp: 'c1',
    iat: seconds - 60,
    exp: seconds + 3600,
    scope: 'read:a',
    ...claims,
  })}.c2lnbmF0dXJl`

describe('an answer of the tenant', () => {
  const refused = (description: string, error = 'access_denied') =>
    JSON.stringify({ error, error_description: description })
  const noGrant = (audience: string) =>
    refused(`Client is not authorized to access "${audience}". You need to create a "client-grant"`)

  test.each<[string, string, string, Known?]>([
    [
      'no grant',
      `client_id=c2 ${noGrant(api.identifier)}`,
      'stranger is not authorized for Orders API [grant c2]',
    ],
    [
      'no grant, in the newer wording',
      refused('Client "c2" is not authorized to access resource server "https://orders.example/".'),
      '[grant c2]',
    ],
    [
      'a grant that is there by now',
      noGrant(api.identifier),
      'It is by now: ask again [ask Ask again here c1]',
    ],
    [
      'an API that is closed',
      noGrant(api.identifier),
      'deny_all',
      { ...known, api: { ...api, isClosed: true } },
    ],
    [
      'a slash too few',
      noGrant('https://orders.example'),
      'https://orders.example/ ends with a slash, and this one does not',
    ],
    ['another API', noGrant('urn:x'), 'urn:x, which is another API than this one'],
    [
      'scopes that are not granted',
      refused('Client has not been granted scopes: read:a, read:b'),
      'worker is not granted read:b; one scope too many and it gets no token at all [grant c1 read:b]',
    ],
    [
      'a scope that nobody defined',
      refused('Client has not been granted scopes: read:x'),
      'does not define read:x',
    ],
    [
      'a scope that is granted by now',
      refused('Client has not been granted scopes: read:a'),
      'It is granted by now',
    ],
    [
      'no such API',
      refused('Service not found: http://orders.example/'),
      'it has to be https://orders.example/, scheme and all',
    ],
    [
      'an API of another tenant',
      refused('Service not enabled within domain: urn:x'),
      'deleted, or belongs to another',
    ],
    [
      'a client of the wrong type',
      `client_id=c3 ${refused("Grant type 'client_credentials' not allowed for the client.", 'unauthorized_client')}`,
      'storefront may not use the grant type client_credentials [open client c3',
    ],
    [
      'no audience',
      refused('Non-global clients are not allowed access to APIv1'),
      'send audience with https://orders.example/',
    ],
    ['the quota', refused('Client quota exceeded', 'too_many_requests'), 'has asked for too many tokens'],
    [
      'a missing parameter',
      refused('Missing required parameter: client_id', 'invalid_request'),
      'lacks client_id',
    ],
    ['a wrong secret', refused('Unauthorized'), 'The client ID or the secret is wrong'],
    ['an unknown client', `client_id=c9&x=1 ${refused('Unauthorized')}`, 'This tenant has no client c9'],
    [
      'what is not known',
      refused('Computer says no', 'moon_phase'),
      'note: It says moon_phase: Computer says no.',
    ],
  ])('%s', (_, text, sentence, of = known) => {
    expect(said(text, of).join('\n')).toContain(sentence)
  })

  test('within a log line, with its quotes escaped', () => {
    const line = JSON.stringify({ level: 'error', body: noGrant('https://orders.example') })

    expect(said(line).join()).toContain('ends with a slash')
  })
})

describe('an answer of an API', () => {
  test.each<[string, string, Known?]>([
    [
      'WWW-Authenticate: Bearer error="insufficient_scope", scope="read:b"',
      'worker is not granted it [grant c1 read:b]',
    ],
    ['WWW-Authenticate: Bearer error="insufficient_scope", scope="read:a"', 'it has to ask for it'],
    ['JWTExpired: "exp" claim timestamp check failed', 'The token has expired'],
    ['jwt.exceptions.ExpiredSignatureError: Signature has expired', 'The token has expired'],
    ['unexpected "aud" claim value', 'have to be https://orders.example/'],
    [
      '{"statusCode":401,"error":"Unauthorized","message":"Bad audience: urn:x"}',
      'have to be https://orders.example/',
    ],
    [
      'JsonWebTokenError: jwt issuer invalid. expected: https://t.example',
      'it is https://t.example/, with the slash',
    ],
    ['JWKSNoMatchingKey: no applicable key found in the JSON Web Key Set', 'reads another tenant’s'],
    ['no applicable key found in the JSON Web Key Set', 'verify with the signing secret', hs256],
    ['JsonWebTokenError: invalid signature', 'verifies with another secret', hs256],
    ['"alg" (Algorithm) Header Parameter value not allowed', 'signed with RS256'],
    ['JsonWebTokenError: jwt malformed', 'What the API got is no JWT'],
    ['HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer\n', 'No token reached the API'],
  ])('%s', (text, sentence, of = known) => {
    expect(said(text, of).join('\n')).toContain(sentence)
  })
})

describe('a token request', () => {
  const body = (changed: object = {}) =>
    JSON.stringify({
      grant_type: 'client_credentials',
      client_id: 'c1',
      client_secret: '$SECRET',
      audience: api.identifier,
      ...changed,
    })

  test('that is right is said to be', () => {
    expect(said(body({ scope: 'read:a' }))).toEqual([
      'yes: With the right secret worker gets a token for this [ask Ask here for read:a c1 read:a]',
    ])
  })

  test.each<[string, string, string]>([
    [
      'scopes=',
      `grant_type=client_credentials&client_id=c1&audience=https%3A%2F%2Forders.example%2F&scopes=read%3Aa`,
      'It says scopes; the parameter is scope. The tenant passes over what it does not know, so the token has all scopes of the grant [ask Ask here for read:a c1 read:a]',
    ],
    ['commas', body({ scope: 'read:a,read:b' }), 'scopes are separated by spaces'],
    ['a list', body({ scope: ['read:a', 'read:b'] }), 'is a list; it has to be one string'],
    [
      'a slash too few',
      body({ audience: 'https://orders.example' }),
      'https://orders.example/ ends with a slash, and this one does not',
    ],
    ['capitals', body({ audience: 'https://Orders.example/' }), 'the same capital and small letters'],
    ['another API', body({ audience: 'urn:x' }), 'which is not this API'],
    ['no audience', body({ audience: undefined }), 'It has no audience'],
    ['resource', body({ audience: undefined, resource: 'x' }), 'the parameter is audience'],
    ['another grant type', body({ grant_type: 'password' }), 'Its grant type is password'],
    ['no grant type', body({ grant_type: undefined }), 'It has no grant_type'],
    [
      'another tenant',
      `curl https://u.example/oauth/token -d '${body()}'`,
      'It goes to https://u.example, which is not this tenant',
    ],
    ['GET', `GET /oauth/token?grant_type=client_credentials`, 'takes POST only'],
    ['an unknown client', body({ client_id: 'c9' }), 'This tenant has no client c9'],
    [
      'a client that is not authorized',
      body({ client_id: 'c2' }),
      'stranger is not authorized for Orders API [grant c2]',
    ],
    ['a client of the wrong type', body({ client_id: 'c3' }), 'storefront has no secret'],
    [
      'a scope that is not granted',
      body({ scope: 'read:b' }),
      'worker is not granted read:b, so it gets no token at all [grant c1 read:b]',
    ],
    ['a secret', body({ client_secret: 'aB3_'.repeat(12) }), 'note: A client secret stands in this text'],
    [
      'source code',
      `fetch(url, { body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'c2', audience: 'https://orders.example/' }) })`,
      'stranger is not authorized',
    ],
    [
      'nested JSON',
      JSON.stringify({ a: [{ request: { body: body({ client_id: 'c2' }) } }] }),
      'stranger is not authorized',
    ],
  ])('with %s', (_, text, sentence) => {
    expect(said(text).join('\n')).toContain(sentence)
  })

  test('whose values are variables is not judged by them', () => {
    const text = `curl -d grant_type=client_credentials -d client_id=$CLIENT_ID -d audience=$AUDIENCE -d client_secret=YOUR_CLIENT_SECRET`

    expect(said(text)).toEqual([])
  })
})

describe('a token', () => {
  test('that is right is said to be, and that its signature was not looked at', () => {
    expect(said(jwt())).toEqual([
      'yes: Issued by this tenant',
      'yes: Meant for Orders API',
      'yes: It expires 13:00 (UTC), in 1 h',
      'yes: It speaks for worker itself',
      'note: It is signed with RS256: the API verifies it with the tenant’s public key',
      'note: It carries 1 scope: read:a',
      'note: Its signature was not verified: that takes the tenant, and this stays here',
    ])
  })

  test.each<[string, string, string, Known?]>([
    ['expired', jwt({ exp: seconds - 120 }), 'no: It expired 11:58 (UTC), 2 min ago'],
    [
      'from the future',
      jwt({ iat: seconds + 600 }),
      'no: It is valid from 12:10 (UTC), which is yet to come',
    ],
    [
      'of another tenant',
      jwt({ iss: 'https://u.example/' }),
      'no: Issued by https://u.example/, which is not this tenant',
    ],
    [
      'of an issuer without the slash',
      jwt({ iss: 'https://t.example' }),
      'https://t.example/ ends with a slash',
    ],
    [
      'for another API',
      jwt({ aud: ['urn:x', 'urn:y'] }),
      'no: Meant for urn:x, so Orders API has to refuse it',
    ],
    ['for several APIs', jwt({ aud: ['urn:x', api.identifier] }), 'yes: Meant for Orders API'],
    [
      'of a client that lost its grant',
      jwt({ sub: 'c2@clients' }),
      'note: stranger is not authorized for Orders API any more',
    ],
    ['of a person', jwt({ sub: 'auth0|1' }), 'it speaks for a person'],
    ['without a signature', jwt({}, { alg: 'none' }), 'no: It is not signed at all'],
    [
      'with HS256 for an RS256 API',
      jwt({}, { alg: 'HS256' }),
      'no: It is signed with HS256, and tokens of this API with RS256',
    ],
    ['with HS256', jwt({}, { alg: 'HS256' }), 'The tenant’s JWKS has no key for it', hs256],
    [
      'without the scope the call needs',
      jwt(),
      'no: Without read:b, so the API has to answer the call with 403 [grant c1 read:b]',
      { ...known, need: 'read:b' },
    ],
    ['in a header', `Authorization: Bearer ${jwt({ exp: 1 })}`, 'no: It expired'],
    ['cut off', jwt().slice(0, 90), 'part of it is missing'],
    ['encrypted', `${part({ alg: 'dir', enc: 'A256GCM' })}.a.b.c.d`, 'It is encrypted'],
    ['opaque', 'Bearer dQw4w9WgXcQdQw4w9WgXcQdQw4w9WgXcQ', 'This is no JWT'],
  ])('%s', (_, text, sentence, of = known) => {
    expect(said(text, of).join('\n')).toContain(sentence)
  })
})

describe('anything else', () => {
  test.each(['', 'hello', '{}', '<html></html>', '\0\0'])('%j says nothing', (text) => {
    expect(explain(text, known)).toEqual([])
  })

  const vocabulary = fc.constantFrom(
    ...[
      'scope',
      'scopes',
      'audience',
      'client_id',
      'grant_type',
      'error',
      '=',
      ':',
      '"',
      "'",
      '[',
      ']',
      '\\',
      '{',
      '&',
      '%',
      ' ',
      '\n',
      'eyJ',
      '.',
      'GET ',
      '/oauth/token',
      'https://',
      'Service not found: ',
      'insufficient_scope',
      'Client has not been granted scopes: ',
      '\ud800',
    ],
  )

  test('no text makes it fail, and what it says stays short', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 2000 }),
      fc.json({ maxDepth: 8 }),
      fc.array(vocabulary, { maxLength: 200 }).map((words) => words.join('')),
      fc
        .record({ header: fc.jsonValue(), claims: fc.jsonValue() })
        .map(({ header, claims }) => `${part(header)}.${part(claims)}.x`),
      fc
        .dictionary(fc.constantFrom('iss', 'aud', 'sub', 'exp', 'iat', 'nbf', 'scope', 'azp'), fc.jsonValue())
        .map((claims) => jwt(claims)),
    )
    fc.assert(
      fc.property(texts, (text) => {
        for (const sentence of said(text)) expect(sentence.length).toBeLessThan(20_000)
      }),
      { numRuns: 2000 },
    )
  })

  const megabyte = (text: string) => text.repeat(Math.ceil(longestText / text.length))

  test.each([
    'x',
    ' ',
    'eyJ',
    'eyJ.',
    'a.',
    '"scope":"',
    'scope=',
    "scope: '",
    'scope=[',
    'http://',
    'GET /',
    'error ',
    '{"a":',
    '\\"',
    'insufficient_scope',
    'audience=>',
    'a\n',
    '\0',
    '\ufffd',
  ])('a megabyte of %j is read in one go', (text) => {
    const start = performance.now()

    explain(megabyte(text), known)

    expect(performance.now() - start).toBeLessThan(3000)
  })
})
