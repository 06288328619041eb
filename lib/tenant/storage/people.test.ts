import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testDatabases } from '../../database/test-databases.ts'
import { openStorage } from './open.ts'
import type { UserFilter } from './people.ts'
import { DuplicateError, MissingReferenceError, type Storage } from './storage.ts'

describe.each(testDatabases)('users and roles on $dialect', ({ newDatabase }) => {
  let dataDir: string
  let storage: Storage
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'tenant-people-'))
    const databaseUrl = await newDatabase()
    storage = await openStorage({ dataDir, databaseUrl, encryptionKey: new Uint8Array(32) })
    for (const name of ['Ada', 'Bob', 'Cy']) await storage.users.insert(user(name))
    for (const name of ['Reader', '100%_er']) await storage.roles.insert({ id: `rol_${name}`, name })
  })
  afterEach(async () => {
    await storage.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  const user = (name: string) => ({
    user_id: `auth0|${name}`,
    email: `${name}@example.com`,
    email_verified: true,
    name,
    passwordHash: 'none',
  })
  const names = ({ items }: { items: { name: string }[] }) => items.map(({ name }) => name)
  const all = { take: 10, counted: true }

  it('finds users by what is asked for, in whatever case', async () => {
    const found = async (filter: UserFilter | undefined) => names(await storage.users.list(filter, all))
    expect(await found(undefined)).toEqual(['Ada', 'Bob', 'Cy'])
    expect(await found({ field: 'email', value: 'ADA@example.com' })).toEqual(['Ada'])
    expect(await found({ field: 'name', prefix: 'b' })).toEqual(['Bob'])
    expect(await found({ field: 'user_id', value: 'AUTH0|Ada' })).toEqual([])
    expect(await found({ not: { field: 'name', value: 'ada' } })).toEqual(['Bob', 'Cy'])
    const first = await storage.users.list(undefined, { take: 2, counted: true })
    expect(first.total).toBe(3)
    expect(names(await storage.users.list(undefined, { take: 2, from: first.next }))).toEqual(['Cy'])
  })

  it('keeps email addresses and names of roles apart, also when they change', async () => {
    await expect(storage.users.insert({ ...user('New'), email: 'ada@EXAMPLE.com' })).rejects.toThrow(
      DuplicateError,
    )
    const taken = storage.users.update('auth0|Bob', (bob) => ({ ...bob, email: 'ada@example.com' }))
    await expect(taken).rejects.toThrow(DuplicateError)
    expect((await storage.users.find('auth0|Bob'))?.email).toBe('Bob@example.com')
    const role = storage.roles.update('rol_Reader', (reader) => ({ ...reader, name: '100%_er' }))
    await expect(role).rejects.toThrow(DuplicateError)
  })

  it('gives roles and takes them, and what goes takes its share along', async () => {
    const { roles, users } = storage
    await roles.assign(['auth0|Ada', 'auth0|Bob'], ['rol_Reader', 'rol_100%_er'])
    await roles.assign(['auth0|Ada'], ['rol_Reader'])
    expect(names(await roles.list({ userId: 'auth0|Ada' }, all))).toEqual(['Reader', '100%_er'])
    expect(names(await roles.list({ userId: 'auth0|Ada' }, { ...all, skip: 0 }))).toEqual([
      '100%_er',
      'Reader',
    ])
    expect(names(await roles.users('rol_Reader', all))).toEqual(['Ada', 'Bob'])
    await expect(roles.assign(['auth0|Nobody'], ['rol_Reader'])).rejects.toThrow(MissingReferenceError)

    await roles.unassign('auth0|Ada', ['rol_Reader'])
    await users.delete('auth0|Bob')
    expect(names(await roles.users('rol_Reader', all))).toEqual([])
    expect(await roles.delete('rol_100%_er')).toBe(true)
    expect(await roles.delete('rol_100%_er')).toBe(false)
    expect((await roles.list({ userId: 'auth0|Ada' }, all)).total).toBe(0)
  })

  it('finds roles by a part of their name, which is no pattern', async () => {
    expect(names(await storage.roles.list({ name: 'EAD' }, all))).toEqual(['Reader'])
    expect(names(await storage.roles.list({ name: '%_' }, all))).toEqual(['100%_er'])
  })

  it('keeps the permissions of a role in the order of their scopes, each once', async () => {
    const { roles, resourceServers } = storage
    const api = { signing_alg: 'RS256' as const, token_lifetime: 60 }
    await resourceServers.insert({ id: '1', identifier: 'urn:one', ...api })
    const read = { audience: 'urn:one', scope: 'read' }
    const write = { audience: 'urn:one', scope: 'write' }
    await roles.addPermissions('rol_Reader', [write, read, write])
    await roles.addPermissions('rol_Reader', [read])
    expect(await roles.permissions('rol_Reader', { take: 1, skip: 1 })).toEqual({ items: [write], total: 2 })
    const elsewhere = roles.addPermissions('rol_Reader', [{ audience: 'urn:none', scope: 'read' }])
    await expect(elsewhere).rejects.toThrow(MissingReferenceError)

    await roles.removePermissions('rol_Reader', [write, { audience: 'urn:one', scope: 'none' }])
    expect((await roles.permissions('rol_Reader', all)).items).toEqual([read])
    await resourceServers.delete('urn:one')
    expect((await roles.permissions('rol_Reader', all)).total).toBe(0)
  })

  it('ends what was given out to a user', async () => {
    const { artifacts } = storage
    const session = { model: 'Session', payload: {}, expiresAt: 4_000_000_000 }
    await artifacts.upsert({ ...session, id: 'a', accountId: 'auth0|Ada' })
    await artifacts.upsert({ ...session, id: 'b', accountId: 'auth0|Bob' })
    await artifacts.revokeByAccountId('auth0|Ada')
    expect(await artifacts.find('Session', { id: 'a' })).toBeUndefined()
    expect(await artifacts.find('Session', { id: 'b' })).toBeDefined()
  })
})
