import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWatchedTenant, type WatchedTenant } from './watched-tenant.ts'

let tenant: WatchedTenant
let bearer: string
beforeAll(async () => {
  tenant = await startWatchedTenant()
  bearer = await tenant.managementToken()
})
afterAll(() => tenant.stop())

const megabyte = 1024 * 1024
const json = 'content-type: application/json'
const form = 'content-type: application/x-www-form-urlencoded'

const head = (line: string, ...headers: string[]) =>
  [`${line} HTTP/1.1`, `host: ${new URL(tenant.issuer).host}`, ...headers, '', ''].join('\r\n')
const post = (path: string, ...headers: string[]) =>
  head(`POST ${path}`, `authorization: Bearer ${bearer}`, ...headers)
const close = 'connection: close'

/** One request with this body, on a connection of its own. */
const send = (path: string, type: string, body: string | Buffer) =>
  tenant.firstAnswerTo(post(path, type, `content-length: ${Buffer.byteLength(body)}`), body)
const statusOf = (answer: string) => Number(answer.match(/^HTTP\/1\.1 (\d{3})/)?.[1])

const targets = [
  ['/api/v2/clients', json],
  ['/oauth/token', json],
  ['/oauth/token', form],
  ['/oauth/revoke', form],
]

describe.each(targets)('%s with %s', (path, type) => {
  it('refuses more than a megabyte by its announced length, before it is sent', async () => {
    const startedAt = performance.now()
    const answer = await tenant.firstAnswerTo(post(path, type, `content-length: ${50 * megabyte}`), 'a=')
    expect(statusOf(answer)).toBe(413)
    expect(performance.now() - startedAt).toBeLessThan(2000)
  })

  it('refuses more than a megabyte in chunks of unknown number', async () => {
    const chunk = `${(64 * 1024).toString(16)}\r\n${'x'.repeat(64 * 1024)}\r\n`
    const answer = await tenant.firstAnswerTo(
      post(path, type, 'transfer-encoding: chunked'),
      ...Array.from({ length: 40 }, () => chunk),
      '0\r\n\r\n',
    )
    expect(statusOf(answer)).toBe(413)
  })

  it('refuses what is not UTF-8', async () => {
    const broken = Buffer.from([0x7b, 0x22, 0xff, 0xc3, 0x28, 0x22, 0x7d])
    expect(statusOf(await send(path, type, broken))).toBe(400)
  })
})

it.each([
  ['/api/v2/clients', 'content-type: text/plain', 415],
  ['/api/v2/clients', 'content-type: multipart/form-data; boundary=x', 415],
  ['/api/v2/clients', 'content-type: application/jsonp', 415],
  ['/oauth/token', 'content-type: text/plain', 400],
  ['/oauth/token', 'content-type: multipart/form-data; boundary=x', 400],
])('%s refuses a body of %s with %i', async (path, type, status) => {
  expect(statusOf(await send(path, type, '{"name":"a","grant_type":"client_credentials"}'))).toBe(status)
})

it.each([
  ['arrays', '['.repeat(400_000), ']'.repeat(400_000)],
  ['objects', '{"a":'.repeat(150_000), `1${'}'.repeat(150_000)}`],
])(
  'refuses %s nested beyond reason, in bounded time',
  async (_, open, end) => {
    for (const path of ['/api/v2/clients', '/oauth/token'])
      expect([400, 413]).toContain(statusOf(await send(path, json, open + end)))
  },
  20_000,
)

it('takes the last of two equal keys of a JSON object, as JSON.parse does, and judges that one', async () => {
  const answer = await send('/api/v2/clients', json, '{"name":"a","name":7}')
  expect(answer).toContain("'Expected type string but found type integer' on property name.")
})

it.each([
  ['grant_type=client_credentials&grant_type=password', 400],
  ['grant_type=client_credentials&client_id=a&client_id=b', 400],
  ['grant_type=client_credentials&audience=a&audience=b&client_id=x&client_secret=y', 400],
])('/oauth/token refuses %s', async (body, status) => {
  expect(statusOf(await send('/oauth/token', form, body))).toBe(status)
})

it('refuses a flood of headers and a first line without end', async () => {
  const many = Array.from({ length: 5000 }, (_, index) => `x-${index}: 1`)
  expect(statusOf(await tenant.answerTo(head('GET /api/v2/clients', ...many)))).toBe(431)
  expect(statusOf(await tenant.answerTo(head(`GET /${'x'.repeat(80_000)}`)))).toBe(431)
})

it('refuses what two servers could read as two different requests', async () => {
  const both = post('/api/v2/clients', json, 'content-length: 3', 'transfer-encoding: chunked')
  expect(statusOf(await tenant.answerTo(both, '0\r\n\r\n'))).toBe(400)
  const twice = post('/api/v2/clients', json, 'content-length: 3', 'content-length: 5')
  expect(statusOf(await tenant.answerTo(twice, '{}\n\n\n'))).toBe(400)
})

it('answers requests that were sent in one go, each in its turn', async () => {
  const get = (path: string, ...more: string[]) =>
    head(`GET ${path}`, `authorization: Bearer ${bearer}`, ...more)
  const paths = ['/api/v2/tenants/settings', '/api/v2/nonsense', '/.well-known/jwks.json']
  const answer = await tenant.answerTo(...paths.map((path) => get(path)), get('/api/v2/keys/signing', close))
  expect(answer.match(/HTTP\/1\.1 \d{3}/g)).toEqual([
    'HTTP/1.1 200',
    'HTTP/1.1 404',
    'HTTP/1.1 200',
    'HTTP/1.1 200',
  ])
})

it('takes a token with every scope beside what a browser sends', async () => {
  expect(bearer.length).toBeGreaterThan(8000)
  const headers = [
    `authorization: Bearer ${bearer}`,
    `cookie: appSession.0=${'x'.repeat(4000)}; appSession.1=${'x'.repeat(4000)}; _ga=GA1.2.3; theme=dark`,
    'user-agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36',
    'accept-language: en-GB,en;q=0.9,de;q=0.8',
    `referer: https://grantboard.example/apis?${'x'.repeat(2000)}`,
    close,
  ]
  expect(statusOf(await tenant.answerTo(head('GET /api/v2/clients', ...headers)))).toBe(200)
})

it('keeps its memory and goes on answering while many send too much', async () => {
  const before = tenant.memory()
  const chunk = `${(256 * 1024).toString(16)}\r\n${'x'.repeat(256 * 1024)}\r\n`
  const flood = async () => {
    const body = Array.from({ length: 80 }, () => chunk)
    return statusOf(
      await tenant.firstAnswerTo(post('/oauth/token', json, 'transfer-encoding: chunked'), ...body),
    )
  }
  const floods = Promise.all(Array.from({ length: 30 }, flood))
  const startedAt = performance.now()
  expect((await fetch(new URL('.well-known/jwks.json', tenant.issuer))).status).toBe(200)
  expect(performance.now() - startedAt).toBeLessThan(3000)
  expect(new Set(await floods)).toEqual(new Set([413]))
  const grown = tenant.memory() - before
  expect(grown).toBeLessThan(150)
  expect(tenant.said()).not.toMatch(/"level":(50|60)/)
})
