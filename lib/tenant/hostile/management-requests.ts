import fc, { type Arbitrary } from 'fast-check'
import { z } from 'zod'
import type { Route } from '../management/route.ts'
import { publicPem } from './public-pem.ts'
import { type Hints, type Schema, valuesOf } from './schema-values.ts'
import { spoiled } from './spoiled.ts'
import type { Thing } from './world.ts'

/** A request below `/api/v2`; path, query and body may speak of things of the tenant, see world.ts. */
export type FuzzedRequest = {
  method: string
  path: string
  query: string
  headers: Record<string, string>
  body?: string
}

const thing = (kind: Thing) => fc.nat(9).map((number) => `{${kind}:${number}}`)

const hints: Hints = {
  client_id: thing('client'),
  audience: thing('api'),
  identifier: fc.oneof(thing('api'), fc.webUrl()),
  resource_server_identifier: thing('api'),
  invitation_landing_client_id: thing('client'),
  scope: fc.subarray(['read:a', 'write:a']),
  pem: fc.constant(publicPem),
  page: fc.nat(3).map(String),
  per_page: fc.nat(101).map(String),
  take: fc.nat(101).map(String),
  include_totals: fc.constantFrom('true', 'false'),
  include_fields: fc.constantFrom('true', 'false'),
  is_global: fc.constantFrom('true', 'false'),
  is_first_party: fc.constantFrom('true', 'false'),
  allow_any_organization: fc.oneof(fc.boolean(), fc.constantFrom('true', 'false')),
  fields: fc.constantFrom('client_id', 'name,client_id', 'signing_keys', 'flags', ',', '__proto__'),
  app_type: fc.constantFrom('non_interactive', 'spa,native', 'regular_web'),
  q: fc.constantFrom(
    'client_grant.allow_any_organization:true',
    'client_grant.organization_id:org_1',
    'type:sapi',
    'date:[2020-01-01 TO *]',
    'type:(',
  ),
  from: fc.constantFrom('YWZ0ZXI6MQ', 'YWZ0ZXI6OTk5', '100', '20200101'),
  sort: fc.constantFrom('date:1', 'date:-1'),
  // Long enough to be one, and nothing to lock the tenant's own client out with.
  default_token_quota: fc.constant(null),
}

const schemaOf = (schema: z.ZodType) =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema

/** Requests to one endpoint: most as its schemas have them, some a little wrong, a few beyond words. */
export function requestsTo({ method, path, schemas }: Route): Arbitrary<FuzzedRequest> {
  const body = schemas.body
    ? fc.option(bodies(valuesOf(schemaOf(schemas.body), hints)), { nil: undefined, freq: 20 })
    : fc.option(fc.constantFrom('{}', 'null', '[1]', '{'), { nil: undefined, freq: 1 })
  const query = schemas.query
    ? queries(valuesOf(schemaOf(schemas.query), hints))
    : fc.constantFrom('', '?a=1')
  return fc.record({
    method: fc.constant(method),
    path: paths(path),
    query,
    headers: fc.oneof({ weight: 8, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: oddHeaders }),
    body: method === 'GET' ? fc.constant(undefined) : body,
  })
}

const kinds: Record<string, Thing[]> = {
  clients: ['client', 'credential'],
  'resource-servers': ['apiId', 'api'],
  'client-grants': ['grant'],
  keys: ['key'],
  logs: ['log'],
  users: ['user'],
  roles: ['role'],
}
const oddSegments = fc.oneof(
  fc.constantFrom(
    '..',
    '%00',
    '%2e%2e',
    '%',
    '%zz',
    '%ff',
    '__proto__',
    'x'.repeat(2000),
    '💥',
    '%F0%9F%92%A5',
  ),
  fc.string({ minLength: 1 }).map(encodeURIComponent),
)

function paths(path: string): Arbitrary<string> {
  const segments = path.split('/').slice(1)
  const [first = '', ...rest] = kinds[segments[0] ?? ''] ?? []
  let seen = 0
  const parts = segments.map((segment) => {
    if (!segment.startsWith(':')) return fc.constant(segment)
    const own = seen++ === 0 ? [first, ...(segments[0] === 'clients' ? [] : rest)] : rest
    const real = own.length ? fc.oneof(...own.map((kind) => thing(kind as Thing))) : fc.constant('x')
    return fc.oneof({ weight: 6, arbitrary: real }, { weight: 1, arbitrary: oddSegments })
  })
  return fc.tuple(...parts).map((filled) => `/${filled.join('/')}`)
}

function queries(values: Arbitrary<unknown>): Arbitrary<string> {
  const pairs = fc.oneof({ weight: 4, arbitrary: values }, { weight: 1, arbitrary: spoiled(values) })
  return fc
    .tuple(pairs, fc.constantFrom('', '&a[b]=1', '&page=1&page=2', '&%=%', '&fields=%ff'))
    .map(([value, tail]) => {
      const query = new URLSearchParams()
      for (const [name, given] of Object.entries(typeof value === 'object' ? (value ?? {}) : {})) {
        for (const one of [given].flat())
          query.append(name, typeof one === 'string' ? one : JSON.stringify(one))
      }
      // What stands for a thing is filled in later, and escaped then.
      return `?${query}${tail}`.replace(/%7B(\w+)%3A(\d+)%7D/g, '{$1:$2}')
    })
}

const bodies = (values: Arbitrary<unknown>): Arbitrary<string> =>
  fc.oneof(
    { weight: 10, arbitrary: values.map(written) },
    { weight: 8, arbitrary: spoiled(values).map(written) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    { weight: 1, arbitrary: fc.constantFrom('', '{', '[]', '"', '1e999', '{"name":"a","name":"b"}') },
    { weight: 1, arbitrary: fc.constant(`${'['.repeat(3000)}${']'.repeat(3000)}`) },
  )

const written = (value: unknown) => JSON.stringify(value) ?? 'undefined'

const oddHeaders: Arbitrary<Record<string, string>> = fc.oneof(
  fc.constantFrom<Record<string, string>>(
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/x-www-form-urlencoded' },
    { 'content-type': 'application/json; charset=utf-16' },
    { 'content-encoding': 'gzip' },
    { 'x-correlation-id': 'x'.repeat(4000) },
    { 'auth0-client': 'not base64 at all' },
    { 'auth0-client': Buffer.from('{"name":{"a":1}}').toString('base64') },
    { 'user-agent': 'x'.repeat(4000) },
    { 'x-forwarded-for': "'; drop table logs; --" },
    { 'x-http-method-override': 'DELETE' },
    { accept: 'text/html', 'accept-language': 'x'.repeat(1000) },
    { cookie: `a=${'x'.repeat(4000)}` },
    { 'if-none-match': '*', range: 'bytes=0-1' },
  ),
  fc.constantFrom('Bearer x.y.z', 'Basic Og==', 'bearer', '', 'Bearer').map((authorization) => ({
    authorization,
  })),
)
