import fc, { type Arbitrary } from 'fast-check'

/** A request to an OAuth or OIDC endpoint; it may speak of things of the tenant, see world.ts. */
export type OAuthRequest = {
  method: string
  path: string
  query: string
  headers: Record<string, string>
  body?: string
}

const odd = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    'null',
    '__proto__',
    'x'.repeat(3000),
    '<script>',
    '%ff',
    '[object Object]',
  ),
)
const client = fc.nat(9).map((number) => `{client:${number}}`)
const assertion = [{ alg: 'none' }, { sub: 'a', exp: 1e12 }]
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .join('.')

/** What a parameter of this name is when it is meant. */
const meant: Record<string, Arbitrary<string>> = {
  grant_type: fc.oneof(
    { weight: 5, arbitrary: fc.constant('client_credentials') },
    {
      weight: 1,
      arbitrary: fc.constantFrom('authorization_code', 'refresh_token', 'password', 'implicit', 'toString'),
    },
  ),
  client_id: client,
  client_secret: fc.nat(9).map((number) => `{secret:${number}}`),
  audience: fc.nat(9).map((number) => `{api:${number}}`),
  resource: fc.nat(9).map((number) => `{api:${number}}`),
  scope: fc.constantFrom('read:a', 'read:a write:a', 'openid', '  ', 'read:nothing'),
  organization: fc.constant('org_abc'),
  client_assertion_type: fc.constant('urn:ietf:params:oauth:client-assertion-type:jwt-bearer'),
  client_assertion: fc.constantFrom(`${assertion}.`, `${assertion}.AAAA`, 'a.b.c', '..'),
  code: fc.constant('nonsense'),
  refresh_token: fc.constant('nonsense'),
  token: fc.constantFrom('nonsense', 'a.b.c'),
  token_type_hint: fc.constantFrom('refresh_token', 'access_token'),
  redirect_uri: fc.constantFrom(
    'http://localhost:3000/auth/callback',
    'https://evil.example',
    'javascript:1',
  ),
  response_type: fc.constantFrom('code', 'token', 'code id_token', 'none'),
  response_mode: fc.constantFrom('query', 'fragment', 'form_post', 'web_message'),
  state: odd,
  nonce: odd,
  code_challenge: fc.constant('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'),
  code_challenge_method: fc.constantFrom('S256', 'plain'),
  code_verifier: fc.constant('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'),
  prompt: fc.constantFrom('none', 'login', 'consent', 'none login'),
  max_age: fc.constantFrom('0', '-1', '1e9', 'NaN'),
  request: fc.constantFrom(`${assertion}.`, 'a.b.c'),
  returnTo: fc.constantFrom('https://evil.example', '//evil.example', '/'),
  post_logout_redirect_uri: fc.constantFrom('https://evil.example', 'http://localhost:3000'),
  id_token_hint: fc.constantFrom(`${assertion}.`, 'a.b.c'),
}

type Pair = [name: string, value: string]

/** Some of these parameters: meant, odd, some twice, some that nobody knows. */
function parameters(always: string[], sometimes: string[]): Arbitrary<Pair[]> {
  const pair = (name: string): Arbitrary<Pair> =>
    fc
      .oneof({ weight: 9, arbitrary: meant[name] ?? odd }, { weight: 1, arbitrary: odd })
      .map((value) => [name, value])
  const few = fc.subarray(sometimes, { maxLength: Math.min(4, sometimes.length) })
  const strange = fc.array(
    fc.tuple(fc.oneof(fc.constantFrom(...Object.keys(meant), '__proto__'), odd), odd),
    {
      maxLength: 2,
    },
  )
  return fc
    .tuple(fc.subarray(always, { minLength: always.length - 1 }), few, strange)
    .chain(([usual, more, others]) =>
      fc.tuple(...[...usual, ...more].map(pair)).map((pairs) => [...pairs, ...others]),
    )
}

const form = (pairs: Pair[]) =>
  // What stands for a thing is filled in later, and escaped then.
  new URLSearchParams(pairs).toString().replace(/%7B(\w+)%3A(\d+)%7D/g, '{$1:$2}')
const json = (pairs: Pair[]) =>
  `{${pairs.map((pair) => pair.map((text) => JSON.stringify(text)).join(':')).join(',')}}`

const post = (path: string, always: string[], sometimes: string[]): Arbitrary<OAuthRequest> =>
  fc
    .tuple(
      parameters(always, sometimes),
      fc.constantFrom('form', 'form', 'json', 'json', 'text', 'bytes'),
      fc.option(fc.constantFrom('Basic e2NsaWVudDowfTp4', 'Basic %%%', 'Bearer a.b.c', 'Basic Og=='), {
        freq: 5,
      }),
    )
    .map(([pairs, type, authorization]) => ({
      method: 'POST',
      path,
      query: '',
      headers: { 'content-type': contentTypes[type], ...(authorization && { authorization }) },
      body:
        type === 'json' || type === 'text'
          ? json(pairs)
          : form(pairs) + (type === 'bytes' ? '%ff=%&=&&' : ''),
    }))

const contentTypes = {
  form: 'application/x-www-form-urlencoded',
  json: 'application/json',
  text: 'text/plain',
  bytes: 'application/x-www-form-urlencoded; charset=nonsense',
}

const get = (path: string, always: string[], sometimes: string[]): Arbitrary<OAuthRequest> =>
  parameters(always, sometimes).map((pairs) => ({
    method: 'GET',
    path,
    query: `?${form(pairs)}`,
    headers: {},
  }))

const secret = ['client_id', 'client_secret']
const key = ['client_assertion', 'client_assertion_type']

export const tokenRequests = post(
  'oauth/token',
  ['grant_type', ...secret, 'audience'],
  ['scope', 'organization', 'resource', ...key, 'code', 'refresh_token', 'redirect_uri', 'code_verifier'],
)

/** The endpoints that people and their browsers meet as well, which may answer with a page. */
export const otherRequests = fc.oneof(
  post('oauth/revoke', ['token', ...secret], ['token_type_hint', ...key]),
  get(
    'authorize',
    ['client_id', 'redirect_uri', 'response_type'],
    [
      'scope',
      'state',
      'nonce',
      'response_mode',
      'code_challenge',
      'code_challenge_method',
      'prompt',
      'max_age',
      'audience',
      'request',
      'organization',
    ],
  ),
  get('v2/logout', ['returnTo', 'client_id'], []),
  get('oidc/logout', ['id_token_hint', 'post_logout_redirect_uri'], ['client_id', 'state']),
  get('userinfo', ['token'], []),
)
