import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { connect as tlsConnect } from 'node:tls'
import { beforeEach, describe, expect, it } from 'vitest'
import { startTestTenant, type TestTenant } from '../test-tenant.ts'

describe.each([{ tls: false }, { tls: true }])('a tenant that closes (TLS: $tls)', ({ tls }) => {
  let tenant: TestTenant
  let socket: Socket
  beforeEach(async () => {
    tenant = await startTestTenant({ tls })
    const port = Number(new URL(tenant.issuer).port)
    socket = tls ? tlsConnect(port, 'localhost') : connect(port, 'localhost')
    await once(socket, tls ? 'secureConnect' : 'connect')
  })

  const rest = async () => {
    let answer = ''
    for await (const chunk of socket) answer += chunk
    return answer
  }

  it('says so to who asks on an open connection', async () => {
    socket.write('GET /health HTTP/1.1\r\nhost: x\r\n\r\n')
    const [answer] = await once(socket, 'data')
    expect(String(answer)).toMatch(/^HTTP\/1\.1 200 .*Connection: keep-alive/s)
    const stopped = tenant.stop()
    socket.write('GET /health/ready HTTP/1.1\r\nhost: x\r\n\r\n')
    expect(await rest()).toMatch(/^HTTP\/1\.1 503 .*Connection: close.*"reason":"draining"/s)
    await stopped
  })

  it('answers what it has begun to read', async () => {
    socket.write('POST /oauth/token HTTP/1.1\r\nhost: x\r\ncontent-length: 29\r\n')
    socket.write('content-type: application/x-www-form-urlencoded\r\n\r\ngrant_type=')
    await fetch(new URL('health', tenant.issuer))
    const stopped = tenant.stop()
    await expect(fetch(new URL('health', tenant.issuer))).rejects.toThrow()
    socket.write('client_credentials')
    expect(await rest()).toMatch(/^HTTP\/1\.1 40\d .*Connection: close.*"error":/s)
    await stopped
  })

  it('waits for nobody who is silent', async () => {
    const stopped = tenant.stop()
    expect(await rest()).toBe('')
    await stopped
  })
})
