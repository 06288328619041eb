import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testDatabases } from '../../database/test-databases.ts'
import { openDatabase } from './database.ts'
import { openStorage } from './open.ts'
import { DuplicateError, type Storage } from './storage.ts'

describe.each(testDatabases)('aliases of clients on $dialect', ({ newDatabase }) => {
  let options: { dataDir: string; databaseUrl?: string }
  let storage: Storage
  const open = () => openStorage({ ...options, encryptionKey: new Uint8Array(32) })
  beforeEach(async () => {
    options = { dataDir: mkdtempSync(join(tmpdir(), 'tenant-aliases-')), databaseUrl: await newDatabase() }
    storage = await open()
  })
  afterEach(async () => {
    await storage.close()
    rmSync(options.dataDir, { recursive: true })
  })

  const insert = (client_id: string, ...client_aliases: string[]) =>
    storage.clients.insert({ client_id, name: client_id, global: false, client_aliases })
  const change = (client_id: string, ...client_aliases: string[]) =>
    storage.clients.update(client_id, (client) => ({ ...client, client_aliases }))

  it('belong to one client at a time', async () => {
    await insert('one', 'urn:a', 'urn:b', 'urn:a')
    await expect(insert('two', 'urn:c', 'urn:a')).rejects.toThrow(DuplicateError)
    expect(await storage.clients.find('two')).toBeUndefined()
    await insert('two', 'urn:c')
    await expect(change('two', 'urn:b')).rejects.toThrow(DuplicateError)
    expect((await storage.clients.find('two'))?.client_aliases).toEqual(['urn:c'])

    await change('one', 'urn:b')
    await change('two', 'urn:a', 'urn:c')
    await storage.clients.delete('one')
    await insert('three', 'urn:b')
  })

  it('that two clients have from before stay with the older one', async () => {
    await insert('old', 'urn:a')
    await insert('young')
    const db = openDatabase(options)
    await sql`drop table client_aliases`.execute(db)
    await sql`delete from kysely_migration where name = '005_client_aliases'`.execute(db)
    const [from, to] = ['"client_aliases":[]', '"client_aliases":["urn:a"]']
    await sql`update clients set document = replace(document, ${from}, ${to})`.execute(db)
    await db.destroy()
    await storage.close()

    storage = await open()
    await expect(change('young', 'urn:a', 'urn:b')).resolves.toMatchObject({
      client_aliases: ['urn:a', 'urn:b'],
    })
    await expect(insert('new', 'urn:a')).rejects.toThrow(DuplicateError)
    await change('old')
    await insert('new', 'urn:a')
  })
})
