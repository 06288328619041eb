import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabases } from '../database/test-databases.ts'
import { authorizedClient, exchangeStatus } from './authorized-client.ts'
import { backUp, restore } from './maintenance.ts'
import { management, startTestTenant, type TestTenant } from './test-tenant.ts'

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
      const client = await authorizedClient(tenant)
      const before = await everything()
      await backUp(options(), file)
      await tenant.call('DELETE', `/clients/${client.client_id}`)
      await tenant.call('PATCH', '/tenants/settings', { friendly_name: 'Changed' })
      await tenant.call('POST', '/clients', { name: 'Added' })

      await restore(options(), file)
      expect(await everything()).toEqual(before)
      expect(await exchangeStatus(tenant.issuer, client)).toBe(200)
      const { status, body } = await tenant.call('POST', '/clients', { name: 'Next' })
      expect(status).toBe(201)
      const { body: clients } = await tenant.call('GET', '/clients?per_page=100')
      expect(Object.values(clients).at(-1)).toMatchObject({ client_id: body.client_id })
    })

    it('move a tenant to the other database, row by row', async () => {
      await authorizedClient(tenant)
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
      const client = await authorizedClient(tenant)
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
      await authorizedClient(tenant)
      let writing = true
      const write = async () => {
        while (writing) {
          const { body } = await tenant.call('POST', '/clients', { name: 'Writer' })
          await tenant.call('POST', '/client-grants', {
            client_id: body.client_id,
            audience: 'urn:orders',
            scope: [],
          })
        }
      }
      const writers = [write(), write()]
      for (const n of [1, 2, 3]) await backUp(options(), `${file}${n}`)
      writing = false
      await Promise.all(writers)
      for (const n of [1, 2, 3]) await restore(options(), `${file}${n}`)
    })

    it('bring a backup of an older version up to date', async () => {
      const client = await authorizedClient(tenant)
      await backUp(options(), file)
      rewrite(([header = '', ...rows]) => [
        header.replace(',"003_people"', '').replace(/,"00[4-9]\w+"/g, ''),
        ...rows
          .filter((row) => !/^\["(roles|user_roles|role_permissions)"/.test(row))
          .map((row) => (row.startsWith('["users"') ? withoutColumns(row, 'name', 'secrets') : row)),
      ])
      await restore(options(), file)
      expect(await exchangeStatus(tenant.issuer, client)).toBe(200)
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
      await authorizedClient(tenant)
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
})

function withoutColumns(row: string, ...names: string[]) {
  const [table, columns] = JSON.parse(row)
  return JSON.stringify([
    table,
    Object.fromEntries(Object.entries(columns).filter(([name]) => !names.includes(name))),
  ])
}
