import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ConnectionOptions, connect, type PeerCertificate } from 'node:tls'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startTestTenant, type TestTenant } from '../test-tenant.ts'
import { openAuthority } from './authority.ts'
import { newServerCertificate } from './server-certificate.ts'

const loopback = ['localhost', '127.0.0.1', '::1']
const dayMs = 86_400_000

afterEach(() => vi.useRealTimers())

describe('a tenant with tls', () => {
  let tenant: TestTenant
  beforeEach(async () => {
    tenant = await startTestTenant({ tls: true })
  })
  afterEach(() => tenant.stop())

  /** What the tenant shows a client that trusts its authority alone; rejects when that client turns away. */
  function meet(options: ConnectionOptions = {}): Promise<PeerCertificate> {
    const port = Number(new URL(tenant.issuer).port)
    const ca = readFileSync(String(tenant.caFile))
    const { promise, resolve, reject } = Promise.withResolvers<PeerCertificate>()
    const socket = connect({ host: '127.0.0.1', port, ca, ...options }, () => {
      resolve(socket.getPeerCertificate())
      socket.destroy()
    })
    socket.once('error', reject)
    return promise
  }

  it('is an https issuer whose tokens open its Management API', async () => {
    expect(tenant.issuer).toMatch(/^https:\/\/localhost:\d+\/$/)
    expect(await tenant.call('GET', '/clients')).toMatchObject({ status: 200 })
    const discovery = await fetch(new URL('.well-known/openid-configuration', tenant.issuer))
    expect(await discovery.json()).toMatchObject({
      issuer: tenant.issuer,
      token_endpoint: `${tenant.issuer}oauth/token`,
    })
  })

  it('is believed by its authority under each of its names, and under no other', async () => {
    for (const servername of ['localhost', 'acme.localhost']) {
      // Node takes no wildcard below a top-level domain, so what it would compare is looked at here.
      const { subjectaltname } = await meet({ servername, checkServerIdentity: () => undefined })
      expect(subjectaltname).toContain(servername.replace('acme', '*'))
    }
    await meet({ host: '127.0.0.1' })
    await expect(meet({ servername: 'tenant.example' })).rejects.toThrow(/altnames/)
    await expect(meet({ ca: [] })).rejects.toThrow(/unable to (verify|get)/)
  })

  it('speaks TLS 1.2 and 1.3, nothing older', async () => {
    await meet({ maxVersion: 'TLSv1.2' })
    await meet({ minVersion: 'TLSv1.3' })
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const
    await expect(meet(old)).rejects.toThrow(/protocol version/)
  })

  it('shows a new certificate every day, signed by the same authority', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const other = await startTestTenant({ tls: true })
    await tenant.stop()
    tenant = other
    const { serialNumber } = await meet()
    vi.advanceTimersByTime(dayMs)
    await expect.poll(async () => (await meet()).serialNumber).not.toBe(serialNumber)
  })
})

describe('the local authority', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tls-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const open = async (...hosts: string[]) => openAuthority(folder, [...loopback, ...hosts])

  it('is made once, its key readable by this user alone', async () => {
    const first = await open()
    expect(await open()).toEqual(first)
    expect(statSync(join(folder, 'tls', 'ca-key.pem')).mode & 0o777).toBe(0o600)
    expect(readFileSync(first.caFile, 'utf8')).toBe(first.cert)
    expect(first.cert).not.toContain('PRIVATE')
  })

  it('is one, however many processes ask at once', async () => {
    const opened = await Promise.all(Array.from({ length: 8 }, () => open()))
    expect(new Set(opened.map(({ cert }) => cert)).size).toBe(1)
  })

  it('is replaced when it may not vouch for a host, and kept when it may', async () => {
    const local = await open()
    const wider = await open('tenant.example', '192.0.2.7')
    expect(wider.cert).not.toBe(local.cert)
    expect(readFileSync(wider.caFile, 'utf8')).toBe(wider.cert)
    expect((await open()).cert).toBe(wider.cert)
  })

  it('is replaced a month before it ends', async () => {
    const { cert } = await open()
    const end = Date.parse(new X509Certificate(cert).validTo)
    vi.useFakeTimers({ toFake: ['Date'], now: end - 31 * dayMs })
    expect((await open()).cert).toBe(cert)
    vi.setSystemTime(end - 29 * dayMs)
    expect((await open()).cert).not.toBe(cert)
  })

  it('vouches for a server for a week', async () => {
    const { cert } = await newServerCertificate(await open(), loopback)
    const { validFrom, validTo } = new X509Certificate(cert)
    expect(Date.parse(validTo) - Date.parse(validFrom)).toBe(8 * dayMs)
  })

  it.each(['', 'nonsense', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'])(
    'is refused when its file holds %j',
    async (text) => {
      await open()
      writeFileSync(join(folder, 'tls', 'ca-key.pem'), text)
      await expect(open()).rejects.toThrow(/ca-key\.pem is not a certificate and its key: remove it/)
    },
  )
})
