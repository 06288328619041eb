import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testDatabases } from '../../database/test-databases.ts'
import { openDatabase } from './database.ts'
import { openStorage } from './open.ts'
import {
  CursorError,
  DuplicateError,
  MissingReferenceError,
  type Storage,
  type StoredClient,
  type StoredClientGrant,
  type StoredResourceServer,
} from './storage.ts'

const client = (client_id: string, more: Partial<StoredClient> = {}): StoredClient => ({
  client_id,
  name: client_id,
  global: false,
  ...more,
})
const api = (identifier: string, more: Partial<StoredResourceServer> = {}): StoredResourceServer => ({
  id: `id-${identifier}`,
  identifier,
  signing_alg: 'RS256',
  token_lifetime: 86400,
  ...more,
})
const grant = (id: string, more: Partial<StoredClientGrant> = {}): StoredClientGrant => ({
  id,
  client_id: 'c1',
  audience: 'urn:a',
  scope: [],
  subject_type: 'client',
  ...more,
})

describe.each(testDatabases)('storage on $dialect', ({ newDatabase }) => {
  let options: Parameters<typeof openStorage>[0]
  let storage: Storage

  beforeEach(async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'tenant-storage-'))
    options = { dataDir, databaseUrl: await newDatabase(), encryptionKey: randomBytes(32) }
    storage = await openStorage(options)
  })

  afterEach(async () => {
    await storage.close()
    rmSync(options.dataDir, { recursive: true, force: true })
  })

  /** The tables, behind the storage's back. */
  async function behind(work: (db: ReturnType<typeof openDatabase>) => Promise<unknown>) {
    const db = openDatabase(options)
    await work(db)
    await db.destroy()
  }

  describe('what is written', () => {
    it('survives a restart, and refuses another key', async () => {
      await storage.clients.insert(client('c1', { client_secret: 'one' }))
      await storage.close()
      await expect(openStorage({ ...options, encryptionKey: randomBytes(32) })).rejects.toThrow(
        'encryption key is not the one',
      )
      storage = await openStorage(options)
      expect(await storage.clients.find('c1')).toEqual(client('c1', { client_secret: 'one' }))
    })

    it('holds no secret in clear, and none that opens in another row', async () => {
      await storage.clients.insert(client('c1', { client_secret: 'one-in-clear' }))
      await storage.clients.insert(client('c2', { client_secret: 'two-in-clear' }))
      await behind(async (db) => {
        const rows = await db.selectFrom('clients').selectAll().execute()
        expect(JSON.stringify(rows)).not.toContain('in-clear')
        await db
          .updateTable('clients')
          .set({ secrets: rows[0]?.secrets })
          .where('client_id', '=', 'c2')
          .execute()
      })
      await expect(storage.clients.find('c2')).rejects.toThrow()
    })

    it('is left alone when its schema is newer', async () => {
      await behind((db) => sql`insert into kysely_migration values ('999_future', '2030-01-01')`.execute(db))
      await expect(openStorage(options)).rejects.toThrow(
        'The database has the schema "999_future", which this version of Grantboard does not know',
      )
      await storage.clients.insert(client('c1'))
      expect(await storage.clients.find('c1')).toBeDefined()
    })

    it('is the same for all that open it at once', async () => {
      const opened = await Promise.all(Array.from({ length: 5 }, () => openStorage(options)))
      const keys = await Promise.all(opened.map((each) => each.cookieKeys()))
      expect(new Set(keys.flat())).toHaveLength(1)
      await Promise.all(opened.map((each) => each.close()))
    })
  })

  describe('keys', () => {
    it('lets exactly one of many equal writers win', async () => {
      await storage.clients.insert(client('c1'))
      const apis = await Promise.allSettled(
        Array.from({ length: 20 }, (_, n) => storage.resourceServers.insert(api('urn:a', { id: `${n}` }))),
      )
      const grants = await Promise.allSettled(
        Array.from({ length: 20 }, (_, n) => storage.clientGrants.insert(grant(`cgr_${n}`))),
      )

      for (const outcomes of [apis, grants]) {
        expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
        for (const outcome of outcomes) {
          if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(DuplicateError)
        }
      }
    })

    it('keeps one grant for machines and one for users of the same client and API', async () => {
      await storage.clients.insert(client('c1'))
      await storage.resourceServers.insert(api('urn:a'))
      await storage.clientGrants.insert(grant('cgr_user', { subject_type: 'user' }))
      await storage.clientGrants.insert(grant('cgr_client'))

      expect((await storage.clientGrants.findFor('c1', 'urn:a'))?.id).toBe('cgr_client')
    })

    it('refuses a grant whose client or API is gone', async () => {
      await storage.clients.insert(client('c1'))
      await expect(storage.clientGrants.insert(grant('cgr_1'))).rejects.toThrow(MissingReferenceError)
    })

    it.each(['client', 'API'])('removes the grants together with their %s', async (what) => {
      await storage.clients.insert(client('c1'))
      await storage.resourceServers.insert(api('urn:a'))
      await storage.clientGrants.insert(grant('cgr_1'))

      expect(
        what === 'API' ? await storage.resourceServers.delete('urn:a') : await storage.clients.delete('c1'),
      ).toBe(true)
      expect(await storage.clientGrants.find('cgr_1')).toBeUndefined()
    })
  })

  describe('changes', () => {
    it('loses none of many at once', async () => {
      await storage.clients.insert(client('c1', { description: '' }))
      await Promise.all(
        Array.from({ length: 30 }, () =>
          storage.clients.update('c1', (current) => ({ ...current, description: `${current.description}x` })),
        ),
      )
      expect((await storage.clients.find('c1'))?.description).toHaveLength(30)
    })

    it('keeps nothing of a transaction that fails', async () => {
      const failing = storage.transaction(async (inside) => {
        await inside.clients.insert(client('c1'))
        await inside.clients.update('c1', (current) => ({ ...current, name: 'renamed' }))
        throw new Error('power cut')
      })
      await expect(failing).rejects.toThrow('power cut')
      expect(await storage.clients.find('c1')).toBeUndefined()
    })

    it('answers a change of something that is not there with nothing', async () => {
      expect(await storage.clients.update('nobody', (current) => current)).toBeUndefined()
      expect(await storage.clients.delete('nobody')).toBe(false)
    })
  })

  describe('lists', () => {
    beforeEach(async () => {
      for (let n = 0; n < 5; n++) await storage.clients.insert(client(`c${n}`, { app_type: 'native' }))
    })

    it('come in order of creation, by page and by cursor', async () => {
      const second = await storage.clients.list({}, { take: 2, skip: 2, counted: true })
      expect(second.items.map((item) => item.client_id)).toEqual(['c2', 'c3'])
      expect(second.total).toBe(5)

      const seen: string[] = []
      let from: string | undefined
      do {
        const page = await storage.clients.list({}, { take: 2, from })
        seen.push(...page.items.map((item) => item.client_id))
        from = page.next
      } while (from)
      expect(seen).toEqual(['c0', 'c1', 'c2', 'c3', 'c4'])
    })

    it('refuse a cursor that was never given out', async () => {
      await expect(storage.clients.list({}, { take: 2, from: 'nonsense' })).rejects.toThrow(CursorError)
    })

    it('can be narrowed', async () => {
      await storage.clients.insert(client('all', { global: true }))
      await storage.clients.insert(client('theirs', { is_first_party: false, app_type: 'spa' }))

      const ids = async (filter: Parameters<Storage['clients']['list']>[0]) =>
        (await storage.clients.list(filter, { take: 50 })).items.map((item) => item.client_id)
      expect(await ids({ isGlobal: true })).toEqual(['all'])
      expect(await ids({ isFirstParty: false })).toEqual(['theirs'])
      expect(await ids({ appTypes: ['spa', 'regular_web'] })).toEqual(['theirs'])
    })
  })

  describe('artifacts', () => {
    const inAnHour = Math.floor(Date.now() / 1000) + 3600

    it('are found by every key until they expire', async () => {
      const session = { model: 'Session', id: 's1', payload: { a: 1 }, expiresAt: inAnHour, uid: 'u1' }
      await storage.artifacts.upsert(session)
      expect(await storage.artifacts.find('Session', { uid: 'u1' })).toEqual(session)
      expect(await storage.artifacts.find('Grant', { id: 's1' })).toBeUndefined()

      await storage.artifacts.upsert({ ...session, expiresAt: inAnHour - 7200 })
      expect(await storage.artifacts.find('Session', { id: 's1' })).toBeUndefined()
    })

    it('remember that they were used, and go with their grant', async () => {
      await storage.artifacts.upsert({ model: 'Code', id: 'k1', payload: {}, grantId: 'g1' })
      await storage.artifacts.consume('Code', 'k1')
      const used = await storage.artifacts.find('Code', { id: 'k1' })
      expect(used?.payload.consumed).toBeGreaterThan(0)

      await storage.artifacts.revokeByGrantId('g1')
      expect(await storage.artifacts.find('Code', { id: 'k1' })).toBeUndefined()
    })
  })

  it('finds a user however the address is written', async () => {
    const user = {
      user_id: 'auth0|1',
      email: 'Ada@example.com',
      email_verified: true,
      name: 'Ada',
      passwordHash: 'x',
    }
    await storage.users.insert(user)
    expect(await storage.users.findByEmail('ADA@example.com')).toEqual(user)
    await expect(storage.users.insert({ ...user, user_id: 'auth0|2' })).rejects.toThrow(DuplicateError)
  })
})
