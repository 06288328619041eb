import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabases } from '../lib/database/test-databases.ts'
import { freePort } from './free-port.ts'
import { knownCredentials } from './known-credentials.ts'
import { tenantCaller } from './tenant-caller.ts'
import { startTenantProcess } from './tenant-process.ts'

const audience = 'urn:orders'
/** A second, and as much again twice for a machine that does something else too. */
const soon = { timeout: 3000, interval: 20 }

describe.each(testDatabases)('two processes on $dialect', ({ newDatabase }) => {
  let stop: () => Promise<void>
  let a: ReturnType<typeof tenantCaller>
  let b: ReturnType<typeof tenantCaller>

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tenant-processes-'))
    const ports = [await freePort(), await freePort()]
    const issuer = `http://localhost:${ports[0]}/`
    const credentials = knownCredentials()
    const env = { ...credentials, TENANT_ISSUER: issuer, DATABASE_URL: await newDatabase() }
    // At the same time, on an empty database.
    const [first, second] = await Promise.all(ports.map((port) => startTenantProcess(port, folder, env)))
    if (!first || !second) throw new Error('two processes')
    a = tenantCaller(first.url, credentials, issuer)
    b = tenantCaller(second.url, credentials, issuer)
    stop = async () => {
      await Promise.all([first.stop(), second.stop()])
      rmSync(folder, { recursive: true, force: true })
    }
    await a.call('POST', '/resource-servers', { identifier: audience, scopes: [{ value: 'read' }] })
  })
  afterAll(() => stop())

  async function authorizedClient() {
    const { body: client } = await a.call('POST', '/clients', { name: 'x', app_type: 'non_interactive' })
    const { client_id } = client
    const { body: grant } = await a.call('POST', '/client-grants', { client_id, audience, scope: ['read'] })
    expect((await b.exchange(client_id, client.client_secret, audience)).status).toBe(200)
    return { client_id, client_secret: client.client_secret, grantId: grant.id }
  }

  it('made one tenant', async () => {
    const { body } = await b.call('GET', '/clients?include_totals=true')
    expect(body.total).toBe(3)
    expect((await b.call('GET', '/keys/signing')).body).toHaveLength(2)
  })

  it('refuse on both what was revoked on one', async () => {
    const { client_id, client_secret, grantId } = await authorizedClient()
    await a.call('DELETE', `/client-grants/${grantId}`)
    expect((await b.exchange(client_id, client_secret, audience)).status).toBe(403)
  })

  it('refuse on both a secret that was rotated on one', async () => {
    const { client_id, client_secret } = await authorizedClient()
    const { body } = await a.call('POST', `/clients/${client_id}/rotate-secret`)
    expect((await b.exchange(client_id, client_secret, audience)).status).toBe(401)
    expect((await b.exchange(client_id, body.client_secret, audience)).status).toBe(200)
  })

  it('refuse on both a client that was deleted on one', async () => {
    const { client_id, client_secret } = await authorizedClient()
    await a.call('DELETE', `/clients/${client_id}`)
    expect((await b.exchange(client_id, client_secret, audience)).status).toBe(401)
  })

  it('share settings', async () => {
    await a.call('PATCH', '/tenants/settings', { friendly_name: 'Renamed' })
    expect((await b.call('GET', '/tenants/settings')).body.friendly_name).toBe('Renamed')
    await a.call('PATCH', '/tenants/settings', { default_audience: audience })
    const { client_id, client_secret } = await authorizedClient()
    await expect.poll(async () => (await b.exchange(client_id, client_secret, '')).status, soon).toBe(200)
  })

  it('sign with a key that was rotated on one, and refuse one that was revoked', async () => {
    const { client_id, client_secret } = await authorizedClient()
    const signedBy = async (tenant: typeof a) => {
      const { body } = await tenant.exchange(client_id, client_secret, audience)
      return decodeProtectedHeader(String(body.access_token)).kid
    }
    const old = await signedBy(b)
    const signedByOld = await b.managementToken()
    const { body } = await a.call('POST', '/keys/signing/rotate')
    expect(await signedBy(b)).toBe(body.kid)

    const signedByNew = await a.managementToken()
    await expect
      .poll(async () => (await b.call('GET', '/clients', undefined, signedByNew)).status, soon)
      .toBe(200)
    await a.call('PUT', `/keys/signing/${old}/revoke`, undefined, signedByNew)
    await expect
      .poll(async () => (await b.call('GET', '/clients', undefined, signedByOld)).status, soon)
      .toBe(401)
  })
})
