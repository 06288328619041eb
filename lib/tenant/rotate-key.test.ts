import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabases } from '../database/test-databases.ts'
import { authorizedClient, exchangeStatus } from './authorized-client.ts'
import { backUp, restore } from './maintenance.ts'
import { rotateKey } from './rotate-key.ts'
import { openDatabase } from './storage/database.ts'
import { startTestTenant, type TestTenant } from './test-tenant.ts'

describe.each(testDatabases)('a new encryption key on $dialect', ({ newDatabase }) => {
  let file: string
  let databaseUrl: string | undefined
  let tenant: TestTenant
  beforeAll(async () => {
    databaseUrl = await newDatabase()
    tenant = await startTestTenant({ databaseUrl })
  })
  beforeEach(() => {
    file = join(mkdtempSync(join(tenant.dataDir, 'rotate-')), 'tenant.backup')
  })
  afterAll(() => tenant.stop())

  const options = () => ({ dataDir: tenant.dataDir, databaseUrl })
  const keyFile = () => join(tenant.dataDir, 'tenant.key')

  /** How the tables name the keys that their values are sealed with. */
  async function keysInUse() {
    const db = openDatabase(options())
    const values = [
      ...(await db.selectFrom('clients').select('secrets').execute()),
      ...(await db.selectFrom('resource_servers').select('secrets').execute()),
      ...(await db.selectFrom('signing_keys').select('secrets').execute()),
      ...(await db
        .selectFrom('settings')
        .select('document as secrets')
        .where('id', '!=', 'tenant')
        .execute()),
    ]
    await db.destroy()
    return new Set(values.flatMap(({ secrets }) => secrets?.split('.').slice(0, 2).join('.') ?? []))
  }

  it('seals everything while the tenant goes on, and replaces the old one', async () => {
    const client = await authorizedClient(tenant)
    const old = readFileSync(keyFile(), 'utf8')
    const [oldName] = await keysInUse()
    let rotating = true
    const write = async () => {
      const statuses = new Set<number>()
      while (rotating) {
        statuses.add((await tenant.call('POST', `/clients/${client.client_id}/rotate-secret`)).status)
        statuses.add((await tenant.call('POST', '/clients', { name: 'Writer' })).status)
      }
      return statuses
    }
    const writers = Promise.all([write(), write()])
    await rotateKey(options())
    await rotateKey(options())
    rotating = false
    for (const statuses of await writers) expect(statuses).toEqual(new Set([200, 201]))

    expect(await keysInUse()).toHaveLength(1)
    expect(await keysInUse()).not.toContain(oldName)
    expect(readFileSync(keyFile(), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/)
    expect(readFileSync(keyFile(), 'utf8')).not.toBe(old)
    expect(statSync(keyFile()).mode & 0o777).toBe(0o600)

    const rotated = await tenant.call('GET', `/clients/${client.client_id}`)
    expect(await exchangeStatus(tenant.issuer, rotated.body)).toBe(200)
    await expect(backUp({ ...options(), encryptionKey: old.trim() }, file)).rejects.toThrow(
      'encryption key is not the one',
    )
  })

  it('comes from the environment, before the old one', async () => {
    const old = readFileSync(keyFile(), 'utf8').trim()
    const before = await keysInUse()
    const fresh = 'cd'.repeat(32)
    await expect(rotateKey({ ...options(), encryptionKey: old })).rejects.toThrow(
      'Set TENANT_ENCRYPTION_KEY="<new key> <old key>"',
    )
    const encryptionKey = `${fresh} ${old}`
    const second = await startTestTenant({ ...options(), encryptionKey })
    const client = await authorizedClient(tenant)
    expect(await exchangeStatus(second.issuer, client)).toBe(200)
    expect(await keysInUse()).toEqual(before)
    expect(await rotateKey({ ...options(), encryptionKey })).toBeGreaterThan(4)
    const [after, ...others] = await keysInUse()
    expect([before.has(after ?? ''), others]).toEqual([false, []])
    expect(await exchangeStatus(second.issuer, client)).toBe(200)
    await backUp({ ...options(), encryptionKey: fresh }, file)

    // As if this tenant had been started with both too.
    writeFileSync(keyFile(), `${fresh}\n${old}\n`)
    await second.close()
  })

  it('goes on where it was interrupted', async () => {
    const half = `${'ef'.repeat(32)}\n${readFileSync(keyFile(), 'utf8')}`
    writeFileSync(keyFile(), half)
    const client = await authorizedClient(tenant)
    await rotateKey(options())
    expect(readFileSync(keyFile(), 'utf8')).toBe(`${'ef'.repeat(32)}\n`)
    expect(await exchangeStatus(tenant.issuer, client)).toBe(200)
  })

  it('reads what is older than keys had names, and seals it anew', async () => {
    const client = await authorizedClient(tenant)
    const db = openDatabase(options())
    for (const table of ['clients', 'resource_servers', 'signing_keys'] as const) {
      await db.updateTable(table).set({ secrets: sql`'v1.' || substr(secrets, 13)` }).execute()
    }
    const unnamed = { document: sql<string>`'v1.' || substr(document, 13)` }
    await db.updateTable('settings').set(unnamed).where('id', '!=', 'tenant').execute()
    await db.destroy()

    expect(await exchangeStatus(tenant.issuer, client)).toBe(200)
    expect((await tenant.call('POST', '/clients', { name: 'Named' })).status).toBe(201)
    await rotateKey(options())
    expect(await keysInUse()).toHaveLength(1)
    expect(await exchangeStatus(tenant.issuer, client)).toBe(200)
  })

  it('opens a backup that was written with the old one, once that is there again', async () => {
    const client = await authorizedClient(tenant)
    const old = readFileSync(keyFile(), 'utf8')
    await backUp(options(), file)
    await rotateKey(options())
    await expect(restore(options(), file)).rejects.toThrow('another encryption key')

    writeFileSync(keyFile(), `${readFileSync(keyFile(), 'utf8')}${old}`)
    await restore(options(), file)
    expect(await keysInUse()).toHaveLength(1)
    expect(await exchangeStatus(tenant.issuer, client)).toBe(200)
  })
})
