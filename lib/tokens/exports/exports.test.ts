import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tokenExports } from './all'
import type { ExportInput } from './export'

const secret = 'a$ecret "with" everything\\%s&='
const token = 'eyJ0.eyJ0.c2ln'
const audience = "urn:it's $HOME"

/** A token endpoint and an API in one, which remember what they were asked. */
const seen: { method?: string; url?: string; authorization?: string; body: string }[] = []
const server = createServer(async (request, response) => {
  const { method, url, headers } = request
  seen.push({ method, url, authorization: headers.authorization, body: await text(request) })
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(url === '/oauth/token' ? { access_token: token } : { accepted: true }))
})

let origin: string
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

const input = (changed: Partial<ExportInput> = {}): ExportInput => ({
  issuer: `${origin}/`,
  audience,
  client: { id: 'c1', name: 'worker', authMethod: 'client_secret_post' },
  scopes: ['read:a', "write:b'c"],
  call: { url: `${origin}/orders?a=1&b='2'`, method: 'GET' },
  ...changed,
})

const build = (slug: string, changed: Partial<ExportInput> = {}) => {
  const found = tokenExports.find((one) => one.slug === slug)
  if (!found) throw new Error(`there is no export ${slug}`)
  return found.build(input(changed))
}

async function run(script: string, environment: Record<string, string>) {
  seen.length = 0
  const env = { ...process.env, ...environment }
  return (await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], { env })).stdout
}

const programs = { curl: 'curl', httpie: 'http' }
const installed = await Promise.all(
  Object.entries(programs).map(([slug, program]) =>
    promisify(execFile)('bash', ['-c', `command -v ${program} && command -v jq`]).then(
      () => slug,
      () => undefined,
    ),
  ),
)

describe.each(Object.keys(programs))('%s', (slug) => {
  const isThere = installed.includes(slug)

  test.skipIf(!isThere)('gets a token and calls the API with it', async () => {
    const printed = await run(build(slug), { CLIENT_SECRET: secret })

    const [asked, called] = seen
    const fields = asked?.body.startsWith('{')
      ? JSON.parse(asked.body)
      : Object.fromEntries(new URLSearchParams(asked?.body))
    expect(fields).toEqual({
      grant_type: 'client_credentials',
      client_id: 'c1',
      client_secret: secret,
      audience,
      scope: "read:a write:b'c",
    })
    expect(called).toMatchObject({ method: 'GET', authorization: `Bearer ${token}` })
    expect(decodeURIComponent(called?.url ?? '')).toBe(`/orders?a=1&b='2'`)
    expect(printed).toContain('accepted')
  })

  test.skipIf(!isThere)('sends a body, and brings a token that came from elsewhere', async () => {
    const call = { url: `${origin}/orders`, method: 'PATCH', body: `{"it's": "$HOME"}` }
    const client = { id: 'c1', name: 'worker', authMethod: 'private_key_jwt' as const }

    await run(build(slug, { call, client }), { ACCESS_TOKEN: token })

    expect(seen).toEqual([
      { method: 'PATCH', url: '/orders', authorization: `Bearer ${token}`, body: call.body },
    ])
  })
})

test('a Postman collection holds both requests, and no secret', () => {
  const { info, item } = JSON.parse(build('postman'))

  expect(info.schema).toContain('v2.1.0')
  expect(item.map(({ name }: { name: string }) => name)).toEqual(['Get a token', 'Call the API'])
  expect(item[0].request.body.urlencoded).toContainEqual({
    key: 'client_secret',
    value: '{{client_secret}}',
    type: 'text',
  })
  expect(item[1].request.auth.bearer[0].value).toBe('{{access_token}}')
})

test('an .http file names the token request and uses its answer', () => {
  const [asks = '', calls = ''] = build('http-file').split('### Call the API\n')

  expect(asks).toContain('# @name token\nPOST ')
  expect(JSON.parse(asks.slice(asks.indexOf('{')))).toMatchObject({
    audience,
    client_secret: '{{$processEnv CLIENT_SECRET}}',
  })
  expect(calls).toBe(
    `GET ${origin}/orders?a=1&b='2'\nAuthorization: Bearer {{token.response.body.access_token}}\n`,
  )
})

test('a k6 script is JavaScript that asks once and calls with what it got', () => {
  const script = build('k6', { call: { url: `${origin}/orders`, method: 'POST', body: '{"a":1}' } })
  const requests: unknown[] = []
  const http = {
    post(...args: unknown[]) {
      requests.push(args)
      return { status: 200, json: () => token }
    },
    request(...args: unknown[]) {
      requests.push(args)
      return { status: 201 }
    },
  }
  const runnable = script
    .replace(/^import .*$/gm, '')
    .replace(/^export default function /m, 'function main')
    .replace(/^export /gm, '')

  const outcome = new Function('http', 'check', '__ENV', `${runnable}; main(setup()); return options`)(
    http,
    () => true,
    { CLIENT_SECRET: secret },
  )

  expect(outcome).toMatchObject({ vus: 1 })
  expect(requests).toEqual([
    [
      `${origin}/oauth/token`,
      {
        grant_type: 'client_credentials',
        client_id: 'c1',
        audience,
        scope: "read:a write:b'c",
        client_secret: secret,
      },
    ],
    [
      'POST',
      `${origin}/orders`,
      '{"a":1}',
      { headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' } },
    ],
  ])
})
