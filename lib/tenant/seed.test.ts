import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testDatabases } from '../database/test-databases.ts'
import { managementScopes } from './management-scopes.ts'
import { verifyPassword } from './oidc/password.ts'
import { type SeedOptions, seed } from './seed.ts'
import { openStorage } from './storage/open.ts'
import type { Storage } from './storage/storage.ts'

const issuer = 'http://localhost:4000/'
const options = {
  appBaseUrl: 'http://localhost:3000',
  dashboard: { clientId: 'dashboard', clientSecret: 'dashboard-secret' },
  management: { clientId: 'management', clientSecret: 'management-secret' },
  admin: { email: 'ada@example.com', password: 'correct horse' },
} satisfies SeedOptions

describe.each(testDatabases)('seed on $dialect', ({ newDatabase }) => {
  let dataDir: string
  let databaseUrl: string | undefined
  let storage: Storage
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'seed-'))
    databaseUrl = await newDatabase()
    storage = await openStorage({ dataDir, databaseUrl, encryptionKey: new Uint8Array(32) })
  })
  afterEach(async () => {
    await storage.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  const everything = async () => ({
    clients: (await storage.clients.list({}, { take: 100 })).items,
    apis: (await storage.resourceServers.list({}, { take: 100 })).items,
    grants: (await storage.clientGrants.list({}, { take: 100 })).items,
    keys: await storage.signingKeys.list(),
    settings: await storage.settings.get(),
  })

  describe('the first start', () => {
    it('makes everything that the flow begins with', async () => {
      expect(await seed({ issuer, storage }, options)).toBeUndefined()
      const { clients, apis, grants, keys } = await everything()
      expect(clients.map(({ name }) => name)).toEqual([
        'All Applications',
        'Grantboard',
        'Grantboard Management',
      ])
      expect(clients[1]).toMatchObject({
        client_id: 'dashboard',
        client_secret: 'dashboard-secret',
        callbacks: ['http://localhost:3000/auth/callback'],
        allowed_logout_urls: ['http://localhost:3000'],
      })
      expect(apis).toMatchObject([{ identifier: `${issuer}api/v2/`, is_system: true }])
      expect(grants).toMatchObject([{ client_id: 'management', audience: `${issuer}api/v2/` }])
      expect(grants[0]?.scope).toHaveLength(managementScopes.length)
      expect(keys.map(({ state }) => state)).toEqual(['current', 'next'])

      const admin = await storage.users.findByEmail('ada@example.com')
      expect(admin?.user_id).toMatch(/^auth0\|[0-9a-f]{24}$/)
      expect(await verifyPassword('correct horse', admin?.passwordHash ?? '')).toBe(true)
    })

    it('reports the password that it chose, and only that', async () => {
      const firstAdmin = await seed({ issuer, storage }, { appBaseUrl: options.appBaseUrl })
      expect(firstAdmin?.email).toBe('admin@grantboard.local')
      const stored = await storage.users.findByEmail('admin@grantboard.local')
      expect(await verifyPassword(firstAdmin?.password ?? '', stored?.passwordHash ?? '')).toBe(true)
      expect(await seed({ issuer, storage }, { appBaseUrl: options.appBaseUrl })).toBeUndefined()
    })

    it('happens once, however many processes start', async () => {
      const open = () => openStorage({ dataDir, databaseUrl, encryptionKey: new Uint8Array(32) })
      const storages = await Promise.all([open(), open(), open()])
      const admins = await Promise.all(
        storages.map((each) => seed({ issuer, storage: each }, { appBaseUrl: options.appBaseUrl })),
      )
      await Promise.all(storages.map((each) => each.close()))

      expect(admins.filter((admin) => admin !== undefined)).toHaveLength(1)
      const { clients, apis, keys } = await everything()
      expect([clients.length, apis.length, keys.length]).toEqual([3, 1, 2])
    })

    it('leaves nothing behind when it fails half-way', async () => {
      await storage.users.insert({
        user_id: 'auth0|other',
        email: 'ada@example.com',
        email_verified: true,
        name: 'Ada',
        passwordHash: 'x',
      })
      await expect(seed({ issuer, storage }, options)).rejects.toThrow()
      expect(await everything()).toEqual({ clients: [], apis: [], grants: [], keys: [], settings: {} })
    })
  })

  describe('later starts', () => {
    beforeEach(async () => {
      await seed({ issuer, storage }, options)
    })

    it('change nothing', async () => {
      const before = await everything()
      await seed({ issuer, storage }, { ...options, admin: { email: 'eve@example.com', password: 'x' } })
      expect(await everything()).toEqual(before)
      expect(await storage.users.findByEmail('eve@example.com')).toBeUndefined()
    })

    it('let the dashboard move', async () => {
      await seed({ issuer, storage }, { ...options, appBaseUrl: 'https://grants.example/' })
      expect(await storage.clients.find('dashboard')).toMatchObject({
        callbacks: ['http://localhost:3000/auth/callback', 'https://grants.example/auth/callback'],
        allowed_logout_urls: ['http://localhost:3000', 'https://grants.example'],
      })
    })

    it('add the clients that the environment names since', async () => {
      const added = { clientId: 'second', clientSecret: 'second-secret' }
      await seed({ issuer, storage }, { ...options, management: added })
      expect(await storage.clientGrants.findFor('second', `${issuer}api/v2/`)).toBeDefined()
    })

    it('take the system API and its grants along when the issuer changes', async () => {
      await seed({ issuer: 'https://tenant.example/', storage }, options)
      const { apis, grants } = await everything()
      expect(apis).toMatchObject([{ identifier: 'https://tenant.example/api/v2/', is_system: true }])
      expect(grants).toMatchObject([{ client_id: 'management', audience: 'https://tenant.example/api/v2/' }])
    })
  })
})
