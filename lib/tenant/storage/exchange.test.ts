import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabases } from '../../database/test-databases.ts'
import { openStorage } from './open.ts'
import type { Storage, StoredClientGrant, StoredSigningKey } from './storage.ts'

const client = { client_id: 'worker', name: 'Worker', client_secret: 'worker-secret', global: false }
const api = { id: 'a1', identifier: 'urn:orders', signing_alg: 'HS256', token_lifetime: 60 } as const
const grant = (subject_type: 'client' | 'user'): StoredClientGrant => ({
  id: `cgr_${subject_type}`,
  client_id: 'worker',
  audience: 'urn:orders',
  subject_type,
  scope: [],
})

const key = (kid: string, state: StoredSigningKey['state']) => ({
  kid,
  state,
  privateKey: 'p',
  cert: 'c',
  since: '2026-01-01',
})

describe.each(testDatabases)('an exchange on $dialect', ({ newDatabase }) => {
  let dataDir: string
  let storage: Storage
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'exchange-'))
    const databaseUrl = await newDatabase()
    storage = await openStorage({ dataDir, databaseUrl, encryptionKey: new Uint8Array(32) })
    await storage.signingKeys.insert(key('first', 'current'))
    await storage.clients.insert(client)
    await storage.resourceServers.insert({ ...api, signing_secret: 'signing-secret-1' })
    await storage.clientGrants.insert(grant('user'))
  })
  afterAll(async () => {
    await storage.close()
    rmSync(dataDir, { recursive: true })
  })

  it('finds the client with its secret, and no API by its id or by a name that is not there', async () => {
    for (const audience of ['urn:none', 'a1', '']) {
      const found = await storage.exchange.find('worker', audience)
      expect(found).toEqual({ client, api: undefined, grant: undefined, settings: {}, keyVersion: 1 })
    }
  })

  it('finds the API with its secret, and only the grant that is the client’s own', async () => {
    const found = await storage.exchange.find('worker', 'urn:orders')
    expect(found?.api).toEqual({ ...api, signing_secret: 'signing-secret-1' })
    expect(found?.grant).toBeUndefined()
    await storage.clientGrants.insert(grant('client'))
    expect((await storage.exchange.find('worker', 'urn:orders'))?.grant).toEqual(grant('client'))
  })

  it('finds the settings as they are now', async () => {
    await storage.settings.update(() => ({ default_audience: 'urn:orders' }))
    expect((await storage.exchange.find('worker', 'x'))?.settings).toEqual({ default_audience: 'urn:orders' })
  })

  it('knows another version of the signing keys once they were rotated, and only then', async () => {
    const version = async () => (await storage.exchange.find('worker', 'x'))?.keyVersion
    const before = await version()
    await storage.signingKeys.update((keys) => keys.map((each) => ({ ...each, since: '2026-02-02' })))
    expect(await version()).toBe(before)
    await storage.signingKeys.update((keys) => [...keys, key('second', 'next')])
    expect(await version()).toBeGreaterThan(Number(before))
  })

  it('finds nothing for an unknown client', async () => {
    expect(await storage.exchange.find('nobody', 'urn:orders')).toBeUndefined()
  })

  it('knows which algorithms APIs sign with', async () => {
    expect(await storage.resourceServers.anySignedWith(['RS512', 'PS256'])).toBe(false)
    await storage.resourceServers.update('a1', (current) => ({ ...current, name: '"signing_alg":"PS256"' }))
    expect(await storage.resourceServers.anySignedWith(['RS512', 'PS256'])).toBe(false)
    await storage.resourceServers.update('a1', (current) => ({ ...current, signing_alg: 'PS256' }))
    expect(await storage.resourceServers.anySignedWith(['RS512', 'PS256'])).toBe(true)
  })
})
