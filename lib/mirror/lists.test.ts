import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { apiFilter } from '../apis/list-filter'
import { clientFilter } from '../clients/list-filter'
import type { Tables } from '../dashboard-database/tables'
import { testDatabases } from '../database/test-databases.ts'
import { grantFilter } from '../grants/grant-filter'
import { toApiRow } from './api-row.ts'
import { toClientRow } from './client-row.ts'
import { toGrantRow } from './grant-row.ts'
import { putApis, putClients, putGrants } from './store.ts'

const day = 86_400_000

describe.each(testDatabases)('the lists on $dialect', ({ newDatabase }) => {
  let folder: string
  let db: Kysely<Tables>
  let list: typeof import('./client-list')
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'client-list-'))
    Object.assign(process.env, environment(folder, await newDatabase()))
    vi.resetModules() // the database is opened once in the life of a process
    list = await import('./client-list')
    db = await (await import('../dashboard-database/database')).dashboardDatabase()
    await fill(db)
  })
  afterAll(async () => {
    await db.destroy()
    rmSync(folder, { recursive: true })
  })

  const found = async (query: string) => {
    const filter = clientFilter(Object.fromEntries(new URLSearchParams(query)))
    const { clients, total } = await list.mirroredClients({ skip: 0, take: 10 }, filter)
    expect(total).toBe(clients.length)
    return clients.map(({ name }) => name)
  }

  it.each([
    ['', ['Billing', 'Café 2', 'Café 10', 'Idle']],
    ['q=cafe', ['Café 2', 'Café 10']],
    ['q=CAFÉ+10', ['Café 10']],
    ['q=team-blue', ['Billing']],
    ['q=delete:orders', ['Café 2']],
    ['q=urn:stock', ['Billing', 'Café 10']],
    ['q=100%25', []],
    ['q=_', []],
    ['type=regular_web', ['Idle']],
    ['api=o', ['Café 2']],
    ['scope=read:stock', ['Billing', 'Café 10']],
    ['grants=none', ['Idle']],
    ['auth=private_key_jwt', []],
    ['unused=30', ['Café 2', 'Café 10', 'Idle']],
    ['sort=apis&order=desc&grants=', ['Billing', 'Café 2', 'Café 10', 'Idle']],
    ['unused=observed', ['Café 10', 'Idle']],
    ['sort=id&order=desc', ['Idle', 'Café 2', 'Café 10', 'Billing']],
    ['sort=token', ['Café 2', 'Billing', 'Café 10', 'Idle']],
    ['sort=token&order=desc', ['Billing', 'Café 2', 'Café 10', 'Idle']],
    ['order=desc', ['Idle', 'Café 10', 'Café 2', 'Billing']],
    ['sort=nonsense&unused=-1', ['Billing', 'Café 2', 'Café 10', 'Idle']],
  ])('%s: %j', async (query, expected) => {
    expect(await found(query)).toEqual(expected)
  })

  it.each([
    ['', ['o', 's']],
    ['q=delete:orders', ['o']],
    ['scope=read:stock', ['s']],
    ['alg=HS256', []],
    ['system=no&order=desc', ['s', 'o']],
    ['system=yes', []],
    ['clients=none', []],
    ['unused=30', ['o']],
    ['unused=observed', ['o']],
    ['sort=token&order=desc', ['s', 'o']],
    ['sort=clients', ['o', 's']],
  ])('APIs, %s: %j', async (query, expected) => {
    const { mirroredApis } = await import('./api-list')
    const filter = apiFilter(Object.fromEntries(new URLSearchParams(query)))
    const { apis, total } = await mirroredApis({ skip: 0, take: 10 }, filter)
    expect([apis.map(({ name }) => name), total]).toEqual([expected, expected.length])
  })

  it.each([
    ['', ['Billing', 'Café 2', 'Café 10']],
    ['q=cafe', ['Café 2', 'Café 10']],
    ['show=authorized', ['Billing', 'Café 10']],
    ['show=not-authorized', ['Café 2']],
    ['unused=30', ['Café 2', 'Café 10']],
    ['unused=observed&show=authorized', ['Café 10']],
    ['sort=authorized&order=desc', ['Café 2', 'Billing', 'Café 10']],
    ['sort=scopes', ['Café 2', 'Billing', 'Café 10']],
    ['sort=token&order=desc', ['Billing', 'Café 2', 'Café 10']],
    ['sort=id&order=desc', ['Café 2', 'Café 10', 'Billing']],
  ])('clients beside an API, %s: %j', async (query, expected) => {
    const { mirroredMachines } = await import('./machine-list')
    const filter = grantFilter(Object.fromEntries(new URLSearchParams(query)))
    const { clients, total } = await mirroredMachines('urn:stock', { skip: 0, take: 10 }, filter)
    expect([clients.map(({ client }) => client.name), total]).toEqual([expected, expected.length])
  })

  it.each([
    ['', ['o', 's']],
    ['q=delete:orders', ['o']],
    ['q=URN:stock', ['s']],
    ['show=authorized', ['o']],
    ['show=not-authorized', ['s']],
    ['unused=30', ['o', 's']],
    ['unused=observed', ['o']],
    ['unused=observed&show=not-authorized', []],
    ['sort=authorized&order=desc', ['s', 'o']],
    ['sort=scopes', ['s', 'o']],
    ['sort=token', ['s', 'o']],
    ['sort=token&order=desc', ['s', 'o']],
    ['sort=id&order=desc', ['s', 'o']],
    ['order=desc', ['s', 'o']],
  ])('APIs beside a client, %s: %j', async (query, expected) => {
    const { mirroredClientApis } = await import('./client-api-list')
    const filter = grantFilter(Object.fromEntries(new URLSearchParams(query)))
    const { apis, total } = await mirroredClientApis('c2', { skip: 0, take: 10 }, filter)
    expect([apis.map(({ api }) => api.name), total]).toEqual([expected, expected.length])
  })

  it('APIs beside a client have their scopes and its grant, and are counted in every view', async () => {
    const { mirroredClientApis } = await import('./client-api-list')
    const { apis, counts } = await mirroredClientApis('c2', { skip: 0, take: 1 }, grantFilter({ q: 'urn' }))
    expect(apis).toMatchObject([
      { api: { identifier: 'urn:orders', scopes: [{}, {}] }, grant: { scope: ['delete:orders'] } },
    ])
    expect(counts).toEqual({ all: 2, authorized: 1, 'not-authorized': 1 })
  })

  it.each([
    ['c2', { total: 1, longestLifetime: 86_400 }],
    ['i', { total: 0, longestLifetime: null }],
    ['ghost', { total: 2, longestLifetime: null }],
  ])('what %s holds: %j', async (clientId, holdings) => {
    const { mirroredHoldings } = await import('./grants')
    expect(await mirroredHoldings(clientId)).toEqual(holdings)
  })

  it('is a window of those that match', async () => {
    const { clients, total } = await list.mirroredClients({ skip: 1, take: 1 }, clientFilter({ q: 'cafe' }))
    expect([clients.map(({ name }) => name), total]).toEqual([['Café 10'], 2])
  })
})

async function fill(db: Kysely<Tables>) {
  await db
    .insertInto('mirror_state')
    .values({ id: 1, tenant: 'acme', generation: 1, read_count: 0, own_writes: 0, looks: 0, looks_wanted: 0 })
    .execute()
  const client = (client_id: string, name: string, rest = {}) =>
    toClientRow({
      client_id,
      name,
      app_type: 'non_interactive',
      grant_types: ['client_credentials'],
      ...rest,
    })
  await putClients(
    db,
    [1],
    [
      client('b', 'Billing', { client_metadata: { owner: 'team-blue' } }),
      client('c10', 'Café 10'),
      client('c2', 'Café 2'),
      client('i', 'Idle', { app_type: 'regular_web', grant_types: [] }),
    ],
  )
  const api = (id: string, identifier: string, ...scopes: string[]) =>
    toApiRow({ id, identifier, name: id, scopes: scopes.map((value) => ({ value })) })
  await putApis(
    db,
    [1],
    [api('o', 'urn:orders', 'read:orders', 'delete:orders'), api('s', 'urn:stock', 'read:stock')],
  )
  const grant = (client_id: string, audience: string, rest: object) =>
    toGrantRow({ id: `${client_id} ${audience}`, client_id, audience, ...rest })
  await putGrants(
    db,
    [1],
    [
      grant('b', 'urn:stock', { allow_all_scopes: true }),
      grant('c2', 'urn:orders', { scope: ['delete:orders'] }),
      grant('c10', 'urn:stock', { scope: ['read:stock'] }),
      grant('ghost', 'urn:orders', { scope: [] }),
      grant('ghost', 'urn:gone', { scope: [] }),
    ],
  )
  const seen = (client_id: string, daysAgo: number) => {
    const at = new Date(Date.now() - daysAgo * day).toISOString()
    return { client_id, audience: 'urn:stock', first_at: at, last_at: at, last_scope: '', issued: 1 }
  }
  await db
    .insertInto('observed_tokens')
    .values([seen('b', 1), seen('c2', 40)])
    .execute()
}

const environment = (folder: string, url: string | undefined) => ({
  AUTH0_DOMAIN: 'http://localhost:1',
  AUTH0_CLIENT_ID: 'sign-in',
  AUTH0_CLIENT_SECRET: 'secret',
  AUTH0_SECRET: 'x'.repeat(32),
  APP_BASE_URL: 'http://localhost:2',
  MANAGEMENT_CLIENT_ID: 'management',
  MANAGEMENT_CLIENT_SECRET: 'secret',
  DATA_DIR: folder,
  DATABASE_URL: url ?? '',
})
