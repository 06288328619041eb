import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { newServer } from './new-server.ts'

const timeouts = { headersTimeout: 200, requestTimeout: 400, connectionsCheckingInterval: 20 }
const head = 'POST / HTTP/1.1\r\nhost: x\r\n'

let server: ReturnType<typeof newServer>
beforeEach(async () => {
  server = newServer((request, response) => {
    request.resume().once('end', () => response.end())
  }, timeouts)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(() => server.close())

/** All that the server says to these bytes until it closes the connection. */
async function answerTo(bytes: string) {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.on('error', () => {})
  socket.write(bytes)
  return text(socket)
}

it('takes a header as large as a token with every scope', async () => {
  const answer = await answerTo(`${head}authorization: ${'x'.repeat(16_000)}\r\nconnection: close\r\n\r\n`)
  expect(answer).toMatch(/^HTTP\/1\.1 200 /)
})

it.each([
  ['headers that don’t end', head, 408],
  ['a body that doesn’t end', `${head}content-length: 2\r\n\r\nx`, 408],
  ['headers beyond 64 kB', `${head}a: ${'x'.repeat(65_600)}\r\n\r\n`, 431],
  ['more than 200 headers', `${head}${'a: b\r\n'.repeat(250)}\r\n`, 431],
  ['nonsense', 'nonsense\r\n\r\n', 400],
])('refuses %s', async (_, bytes, status) => {
  expect(await answerTo(bytes)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} .*connection: close`, 'is'))
})
