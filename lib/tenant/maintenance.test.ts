import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabases } from '../database/test-databases.ts'
import { backUp, restore } from './maintenance.ts'
import { rotateKey } from './rotate-key.ts'
import { openDatabase } from './storage/database.ts'
import { management, request, startTestTenant, type TestTenant } from './test-tenant.ts'

const audience = 'urn:orders'

describe.each(testDatabases)('a tenant on $dialect that runs', ({ dialect, newDatabase }) => {
  const otherDialect = testDatabases.find((each) => each.dialect !== dialect) ?? { newDatabase }
  let folder: string
  let file: string
  let databaseUrl: string | undefined
  let tenant: TestTenant
  beforeAll(async () => {
    databaseUrl = await newDatabase()
    tenant = await startTestTenant({ databaseUrl })
  })
  beforeEach(() => {
    folder = mkdtempSync(join(tenant.dataDir, 'maintenance-'))
    file = join(folder, 'tenant.backup')
  })
  afterAll(() => tenant.stop())

  const options = () => ({ dataDir: tenant.dataDir, databaseUrl })
  const keyFile = () => join(tenant.dataDir, 'tenant.key')

  const exchange = async (issuer: string, client: Record<string, unknown>) =>
    request(new URL('oauth/token', issuer), {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: String(client.client_id),
        client_secret: String(client.client_secret),
        audience,
      }),
    })

  /** A client that gets tokens signed with a secret of the API: whatever is sealed is needed for that. */
  async function authorizedClient() {
    await tenant.call('POST', '/resource-servers', {
      identifier: audience,
      signing_alg: 'HS256',
      scopes: [{ value: 'read' }],
    })
    const { body: client } = await tenant.call('POST', '/clients', {
      name: 'A\u2028B',
      app_type: 'non_interactive',
    })
    const { client_id } = client
    await tenant.call('POST', '/client-grants', { client_id, audience, scope: ['read'] })
    return client
  }

  /** What the Management API shows of everything that a backup holds. */
  const everything = async ({ call } = tenant) => ({
    clients: (await call('GET', '/clients?per_page=100')).body,
    apis: (await call('GET', '/resource-servers?per_page=100')).body,
    grants: (await call('GET', '/client-grants?per_page=100')).body,
    keys: (await call('GET', '/keys/signing')).body,
    settings: (await call('GET', '/tenants/settings')).body,
  })

  /** Writes the backup again as if it had been made so, with an end that fits. */
  function rewrite(change: (lines: string[]) => string[]) {
    const lines = change(readFileSync(file, 'utf8').split('\n').slice(0, -2))
    const text = lines.map((line) => `${line}\n`).join('')
    const end = { rows: lines.length - 1, sha256: createHash('sha256').update(text).digest('hex') }
    writeFileSync(file, `${text}${JSON.stringify(end)}\n`)
  }

  describe('backup and restore', () => {
    it('bring back what was deleted, changed and added', async () => {
      const client = await authorizedClient()
      const before = await everything()
      await backUp(options(), file)
      await tenant.call('DELETE', `/clients/${client.client_id}`)
      await tenant.call('PATCH', '/tenants/settings', { friendly_name: 'Changed' })
      await tenant.call('POST', '/clients', { name: 'Added' })

      await restore(options(), file)
      expect(await everything()).toEqual(before)
      expect((await exchange(tenant.issuer, client)).status).toBe(200)
      const { status, body } = await tenant.call('POST', '/clients', { name: 'Next' })
      expect(status).toBe(201)
      const { body: clients } = await tenant.call('GET', '/clients?per_page=100')
      expect(Object.values(clients).at(-1)).toMatchObject({ client_id: body.client_id })
    })

    it('move a tenant to the other database, row by row', async () => {
      await authorizedClient()
      await backUp(options(), file)
      const dataDir = mkdtempSync(join(folder, 'moved-'))
      writeFileSync(join(dataDir, 'tenant.key'), readFileSync(keyFile()))
      const there = { dataDir, databaseUrl: await otherDialect.newDatabase() }
      await restore(there, file)
      await backUp(there, `${file}.moved`)

      const rows = (path: string) => readFileSync(path, 'utf8').split('\n').slice(1, -2)
      expect(rows(`${file}.moved`)).toEqual(rows(file))
      expect(rows(file).length).toBeGreaterThan(9)
    })

    it('keep secrets encrypted, in a file for its owner alone that is never overwritten', async () => {
      const client = await authorizedClient()
      await backUp(options(), file)
      expect(statSync(file).mode & 0o777).toBe(0o600)
      for (const secret of [client.client_secret, management.clientSecret, 'PRIVATE KEY']) {
        expect(readFileSync(file, 'utf8')).not.toContain(secret)
      }
      const written = readFileSync(file)
      await expect(backUp(options(), file)).rejects.toThrow("can't be written (EEXIST: file already exists).")
      expect(readFileSync(file)).toEqual(written)
    })

    it('take what is there in one moment, however much is written meanwhile', async () => {
      await authorizedClient()
      let writing = true
      const write = async () => {
        while (writing) {
          const { body } = await tenant.call('POST', '/clients', { name: 'Writer' })
          await tenant.call('POST', '/client-grants', { client_id: body.client_id, audience, scope: [] })
        }
      }
      const writers = [write(), write()]
      for (const n of [1, 2, 3]) await backUp(options(), `${file}${n}`)
      writing = false
      await Promise.all(writers)
      for (const n of [1, 2, 3]) await restore(options(), `${file}${n}`)
    })

    it('bring a backup of an older version up to date', async () => {
      const client = await authorizedClient()
      await backUp(options(), file)
      rewrite(([header = '', ...rows]) => [
        header.replace(',"003_people"', '').replace(/,"00[4-9]\w+"/g, ''),
        ...rows
          .filter((row) => !/^\["(roles|user_roles|role_permissions)"/.test(row))
          .map((row) => (row.startsWith('["users"') ? withoutColumns(row, 'name', 'secrets') : row)),
      ])
      await restore(options(), file)
      expect((await exchange(tenant.issuer, client)).status).toBe(200)
      expect((await tenant.call('GET', '/users')).body).toHaveLength(1)
    })

    it.each([
      ['cut off in a row', (text: string) => text.slice(0, -300), /cut off/],
      ['cut off after a row', (text: string) => text.slice(0, text.lastIndexOf('\n{') + 1), /cut off/],
      ['changed', (text: string) => text.replace('Grantboard', 'Grantboarb'), /was changed since/],
      ['something else', () => 'hello\n', /has a line that is not JSON/],
      ['nothing', () => '', /cut off/],
      ['longer', (text: string) => `${text}\n`, /goes on after its end/],
    ])('refuse a file that is %s, and change nothing', async (_, damage, sentence) => {
      await backUp(options(), file)
      await authorizedClient()
      const before = await everything()
      writeFileSync(file, damage(readFileSync(file, 'utf8')))
      await expect(restore(options(), file)).rejects.toThrow(sentence)
      expect(await everything()).toEqual(before)
    })

    it('refuse rows that contradict each other', async () => {
      await backUp(options(), file)
      rewrite((lines) => lines.filter((line) => !line.startsWith('["clients"')))
      await expect(restore(options(), file)).rejects.toThrow('has rows that contradict each other')
      rewrite((lines) => lines.map((line) => line.replace('"seq"', '"nope"')))
      await expect(restore(options(), file)).rejects.toThrow('has rows that contradict each other')
    })

    it('refuse a newer schema and another key', async () => {
      await backUp(options(), file)
      const other = { ...options(), encryptionKey: 'ab'.repeat(32), dataDir: folder }
      await expect(restore({ ...other, databaseUrl: await newDatabase() }, file)).rejects.toThrow(
        'The backup was written with another encryption key',
      )
      rewrite(([header = '', ...rows]) => [
        header.replace('"001_tenant"', '"001_tenant","999_future"'),
        ...rows,
      ])
      await expect(restore(options(), file)).rejects.toThrow('The backup has the schema "999_future"')
    })

    it('need a tenant that is there, and its key', async () => {
      const nowhere = join(folder, 'nowhere')
      await expect(backUp({ dataDir: nowhere }, file)).rejects.toThrow(
        'put the encryption key of the tenant there',
      )
      await expect(backUp({ dataDir: nowhere, encryptionKey: 'ab'.repeat(32) }, file)).rejects.toThrow(
        'There is no tenant in the folder',
      )
      expect(existsSync(nowhere)).toBe(false)
    })
  })

  describe('a new encryption key', () => {
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
      const client = await authorizedClient()
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
      expect((await exchange(tenant.issuer, rotated.body)).status).toBe(200)
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
      const client = await authorizedClient()
      expect((await exchange(second.issuer, client)).status).toBe(200)
      expect(await keysInUse()).toEqual(before)
      expect(await rotateKey({ ...options(), encryptionKey })).toBeGreaterThan(4)
      const [after, ...others] = await keysInUse()
      expect([before.has(after ?? ''), others]).toEqual([false, []])
      expect((await exchange(second.issuer, client)).status).toBe(200)
      await backUp({ ...options(), encryptionKey: fresh }, file)

      // As if this tenant had been started with both too.
      writeFileSync(keyFile(), `${fresh}\n${old}\n`)
      await second.close()
    })

    it('goes on where it was interrupted', async () => {
      const half = `${'ef'.repeat(32)}\n${readFileSync(keyFile(), 'utf8')}`
      writeFileSync(keyFile(), half)
      const client = await authorizedClient()
      await rotateKey(options())
      expect(readFileSync(keyFile(), 'utf8')).toBe(`${'ef'.repeat(32)}\n`)
      expect((await exchange(tenant.issuer, client)).status).toBe(200)
    })

    it('opens a backup that was written with the old one, once that is there again', async () => {
      const client = await authorizedClient()
      const old = readFileSync(keyFile(), 'utf8')
      await backUp(options(), file)
      await rotateKey(options())
      await expect(restore(options(), file)).rejects.toThrow('another encryption key')

      writeFileSync(keyFile(), `${readFileSync(keyFile(), 'utf8')}${old}`)
      await restore(options(), file)
      expect(await keysInUse()).toHaveLength(1)
      expect((await exchange(tenant.issuer, client)).status).toBe(200)
    })
  })
})

function withoutColumns(row: string, ...names: string[]) {
  const [table, columns] = JSON.parse(row)
  return JSON.stringify([
    table,
    Object.fromEntries(Object.entries(columns).filter(([name]) => !names.includes(name))),
  ])
}
