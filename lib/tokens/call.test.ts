import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tenantForTests } from '../../bin/tenant-for-tests.ts'
import { call } from './call'
import { callableAddress, isCallable } from './callable-address'
import { apiCall } from './schema'

/** What the API does with the next call. */
let answer: RequestListener
let calls = 0
const server = createServer((request, response) => {
  calls++
  answer(request, response)
})
let origin: string
let tenant: Awaited<ReturnType<typeof tenantForTests>>

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  origin = `http://localhost:${port}`
  tenant = await tenantForTests()
  Object.assign(process.env, tenant.environment, {
    GRANTBOARD_TEST_CALLS: `localhost:${port} http://127.0.0.1:${port} http://169.254.169.254 nowhere.invalid`,
  })
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await tenant.stop()
})

const send = (changed: object = {}) =>
  call({ url: `${origin}/orders`, method: 'GET', token: 'eyJ0.eyJ0.c2ln', ...changed })

describe('a call', () => {
  test('carries the token and shows what came back', async () => {
    answer = ({ method, url, headers }, response) => {
      response.writeHead(401, {
        'www-authenticate': 'Bearer error="invalid_token"',
        'content-type': 'application/json',
      })
      response.end(JSON.stringify({ method, url, authorization: headers.authorization, host: headers.host }))
    }

    const { status, answer: got } = await send()

    expect(status).toBe(401)
    expect(got.headers).toContainEqual(['www-authenticate', 'Bearer error="invalid_token"'])
    expect(JSON.parse(got.body)).toEqual({
      method: 'GET',
      url: '/orders',
      authorization: 'Bearer eyJ0.eyJ0.c2ln',
      host: new URL(origin).host,
    })
  })

  test('sends a body', async () => {
    answer = (request, response) => void request.pipe(response)

    expect((await send({ method: 'POST', body: '{"ä":1}' })).answer.body).toBe('{\n  "ä": 1\n}')
  })

  test('does not follow a redirect', async () => {
    calls = 0
    answer = (_, response) => void response.writeHead(302, { location: `${origin}/elsewhere` }).end()

    const { status, answer: got } = await send()

    expect([status, calls]).toEqual([302, 1])
    expect(got.headers).toContainEqual(['location', `${origin}/elsewhere`])
  })

  test('takes no endless answer', async () => {
    answer = (_, response) => {
      const more = () => void (response.destroyed || response.write('x'.repeat(65_536), more))
      more()
    }

    expect((await send()).answer.body).toHaveLength(64 * 1024 + 1)
  })

  test('says so when there is none', async () => {
    answer = (request) => request.socket.destroy()

    await expect(send()).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/did not answer \(ECONNRESET\)/),
    })
  })
})

describe('no call is made', () => {
  test.each([
    [
      'to an origin that is not named',
      { url: 'https://localhost/x' },
      /GRANTBOARD_TEST_CALLS does not name it/,
    ],
    ['to another port', { url: 'http://localhost:1/x' }, /does not name it/],
    [
      'to a metadata service, though it is named',
      { url: 'http://169.254.169.254/latest' },
      /tokens are never sent to/,
    ],
    [
      'to a host that does not exist',
      { url: 'https://nowhere.invalid/' },
      /There is no host nowhere\.invalid/,
    ],
  ])('%s', async (_, changed, message) => {
    calls = 0
    await expect(send(changed)).rejects.toMatchObject({ message: expect.stringMatching(message) })
    expect(calls).toBe(0)
  })

  test.each([
    { url: 'ftp://localhost/' },
    { url: 'https://user:word@localhost/' },
    { token: 'a b' },
    { token: 'a\r\nX: y' },
    { method: 'TRACE' },
  ])('with %j', (changed) => {
    expect(apiCall.safeParse({ url: origin, method: 'GET', token: 'a', ...changed }).success).toBe(false)
  })
})

describe('addresses', () => {
  test.each([
    '169.254.169.254',
    '::ffff:169.254.169.254',
    '64:ff9b::a9fe:a9fe',
    'fe80::1',
    'fd00:ec2::254',
    'fd20:ce::254',
    '100.100.100.200',
    '168.63.129.16',
    '0.0.0.0',
    '::',
    '224.0.0.1',
    '255.255.255.255',
    'ff02::1',
    '2002:7f00:1::',
  ])('%s is never called', (address) => {
    expect(isCallable(address, true)).toBe(false)
  })

  test.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1', '64:ff9b::7f00:1'])(
    '%s is called by its own name only',
    (address) => {
      expect(isCallable(address, false)).toBe(false)
      expect(isCallable(address, true)).toBe(true)
    },
  )

  test.each(['10.0.0.7', '192.168.1.4', '93.184.216.34', 'fd12::1', '2606:4700::1111'])(
    '%s is called',
    (address) => {
      expect(isCallable(address, false)).toBe(true)
    },
  )

  test('a literal is taken as it stands', async () => {
    expect(await callableAddress('[2606:4700::1111]')).toEqual({ address: '2606:4700::1111', family: 6 })
  })
})
