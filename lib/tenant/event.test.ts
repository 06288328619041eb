import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventOf } from './event.ts'

let received: IncomingMessage
const server = createServer((request, response) => {
  received = request
  response.end()
})
beforeAll(() => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)))
afterAll(() => server.close())

/** The event of a request with these headers. */
async function eventFrom(headers: Record<string, string>, issuer = 'http://acme.localhost:4000/') {
  await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { headers })
  return eventOf(received, { issuer }, { type: 'seccft', client_id: 'worker' })
}

const base64 = (text: string) => Buffer.from(text).toString('base64')

it('tells when, from where and by which program', async () => {
  const sdk = { name: 'node-auth0', version: '7.1.0', env: { node: '24.0.0' } }
  const event = await eventFrom({
    'user-agent': 'node',
    'auth0-client': base64(JSON.stringify(sdk)),
    'x-correlation-id': 'deploy-7',
  })
  expect(event).toEqual({
    date: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    type: 'seccft',
    client_id: 'worker',
    ip: '127.0.0.1',
    user_agent: 'node',
    isMobile: false,
    hostname: 'acme.localhost',
    tenant_name: 'acme',
    auth0_client: sdk,
    references: { correlation_id: 'deploy-7' },
  })
})

it('cuts what is too long and leaves out what is no SDK', async () => {
  const event = await eventFrom({ 'user-agent': 'x'.repeat(5000), 'x-correlation-id': 'y'.repeat(65) })
  expect(event.user_agent).toBe('x'.repeat(1024))
  expect(event.references).toEqual({ correlation_id: 'y'.repeat(64) })

  for (const sdk of [
    '%%%',
    base64('"text"'),
    base64('[1]'),
    base64('null'),
    base64(`{"a":"${'x'.repeat(5000)}"}`),
  ]) {
    expect(await eventFrom({ 'auth0-client': sdk })).not.toHaveProperty('auth0_client')
  }
})

it('believes a proxy in front of an https tenant, and nobody else', async () => {
  const headers = { 'x-forwarded-for': '203.0.113.9, 198.51.100.4' }
  expect((await eventFrom(headers, 'https://acme.example/')).ip).toBe('198.51.100.4')
  expect((await eventFrom(headers)).ip).toBe('127.0.0.1')
})
