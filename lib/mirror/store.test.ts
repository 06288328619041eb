import type { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Tables } from '../dashboard-database/tables.ts'
import { testDatabases } from '../database/test-databases.ts'
import { toApiRow } from './api-row.ts'
import { toClientRow } from './client-row.ts'
import { toGrantRow } from './grant-row.ts'
import { putApis, putClients, putGrants, removeApis, removeClients } from './store.ts'
import { newMirror } from './testing/new-mirror.ts'

describe.each(testDatabases)('the mirror’s tables on $dialect', ({ newDatabase }) => {
  let close: () => Promise<void>
  let db: Kysely<Tables>
  beforeEach(async () => {
    ;({ db, close } = await newMirror(newDatabase))
  })
  afterEach(() => close())

  const names = async () =>
    (await db.selectFrom('clients').select('name').orderBy('sort_name').execute()).map(({ name }) => name)
  const show = (generation: number) => db.updateTable('mirror_state').set({ generation }).execute()
  const client = (client_id: string, name: string) => toClientRow({ client_id, name })

  it('show one generation, all of it and nothing else', async () => {
    await putClients(db, [1], [client('a', 'Old'), client('b', 'Older')])
    await putClients(db, [2], [client('a', 'New')])
    expect(await names()).toEqual(['Old', 'Older'])
    await show(2)
    expect(await names()).toEqual(['New'])
  })

  it('sort as people count, without case and accents', async () => {
    const rows = ['client 10', 'Client 9', 'élan', 'Zoe', 'eland'].map((name) => client(name, name))
    await putClients(db, [1], rows)
    expect(await names()).toEqual(['Client 9', 'client 10', 'élan', 'eland', 'Zoe'])
  })

  it('find who holds a scope by the scope', async () => {
    await putGrants(
      db,
      [1],
      [
        toGrantRow({ id: 'g1', client_id: 'a', audience: 'urn:1', scope: ['read', 'delete'] }),
        toGrantRow({ id: 'g2', client_id: 'b', audience: 'urn:1', scope: ['read'] }),
      ],
    )
    const holders = () =>
      db.selectFrom('grant_scopes').select('client_id').where('scope', '=', 'delete').execute()
    expect(await holders()).toEqual([{ client_id: 'a' }])

    await putGrants(db, [1], [toGrantRow({ id: 'g1', client_id: 'a', audience: 'urn:1', scope: ['read'] })])
    expect(await holders()).toEqual([])
  })

  it('lose a client and an API with their grants', async () => {
    const grant = (id: string, client_id: string, audience: string) =>
      toGrantRow({ id, client_id, audience, scope: ['read'] })
    await putClients(db, [1], [client('a', 'A')])
    await putApis(db, [1], [toApiRow({ id: 'api', identifier: 'urn:1', scopes: [{ value: 'read' }] })])
    await putGrants(
      db,
      [1],
      [grant('g1', 'a', 'urn:2'), grant('g2', 'b', 'urn:1'), grant('g3', 'b', 'urn:2')],
    )

    await removeClients(db, [1], ['a'])
    await removeApis(db, [1], ['urn:1'])

    expect(await db.selectFrom('grants').select('id').execute()).toEqual([{ id: 'g3' }])
    expect(await db.selectFrom('grant_scopes').select('grant_id').execute()).toEqual([{ grant_id: 'g3' }])
    expect(await db.selectFrom('api_scopes').selectAll().execute()).toEqual([])
  })

  it('take whatever a tenant holds', async () => {
    const scope = Array.from({ length: 1000 }, (_, number) => `scope:${number}`)
    await putGrants(
      db,
      [1],
      Array.from({ length: 3 }, (_, number) =>
        toGrantRow({ id: `g${number}`, client_id: 'a', audience: 'urn:1', scope }),
      ),
    )
    await putClients(
      db,
      [1],
      [toClientRow({ client_id: 'a', name: 'NUL\0\ud800<>', client_metadata: { ключ: '值' } })],
    )
    expect(await db.selectFrom('grant_scopes').select('scope').execute()).toHaveLength(3000)
    expect(
      await db.selectFrom('clients').select('id').where('search_text', 'like', '%ключ%').execute(),
    ).toHaveLength(1)
  })
})

it('a row that says the same has the same digest, whatever the order of its scopes', () => {
  const grant = { id: 'g', client_id: 'a', audience: 'urn:1' }
  expect(toGrantRow({ ...grant, scope: ['a', 'b'] }).digest).toBe(
    toGrantRow({ ...grant, scope: ['b', 'a'] }).digest,
  )
  expect(toGrantRow({ ...grant, scope: ['a'] }).digest).not.toBe(
    toGrantRow({ ...grant, scope: ['b'] }).digest,
  )
})
