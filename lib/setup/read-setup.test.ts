import type { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Tables } from '../dashboard-database/tables.ts'
import { testDatabases } from '../database/test-databases.ts'
import { toApiRow } from '../mirror/api-row.ts'
import { toGrantRow } from '../mirror/grant-row.ts'
import { putApis, putClients, putGrants } from '../mirror/store.ts'
import { machineRow } from '../mirror/testing/machine-row.ts'
import { newMirror } from '../mirror/testing/new-mirror.ts'
import { readSetup } from './read-setup.ts'

describe.each(testDatabases)('how far a tenant is set up on $dialect', ({ newDatabase }) => {
  let close: () => Promise<void>
  let db: Kysely<Tables>
  beforeEach(async () => {
    ;({ db, close } = await newMirror(newDatabase))
    await clients('dashboard')
    await putApis(db, [1], [toApiRow({ id: 'system', identifier: 'urn:system', is_system: true })])
  })
  afterEach(() => close())

  const clients = (...ids: string[]) =>
    putClients(
      db,
      [1],
      ids.map((id) => machineRow(id)),
    )
  const setup = () => readSetup(db, ['dashboard', 'sign-in'])

  test('a tenant in which nothing was made yet', async () => {
    expect(await setup()).toEqual({
      clients: { total: 0, machines: 0, own: 1 },
      apis: { total: 0, hs256: 0, scoped: 0, scopes: 0, system: 1 },
      grants: { total: 0, own: 0 },
      waiting: { total: 0 },
    })
  })

  test('everything is counted, however much there is', async () => {
    await clients(...Array.from({ length: 150 }, (_, n) => `worker ${String(n).padStart(3, '0')}`))
    await putClients(db, [1], [machineRow('person', { name: 'A', grant_types: ['authorization_code'] })])
    const scopes = [{ value: 'read' }, { value: 'write' }]
    await putApis(
      db,
      [1],
      [
        toApiRow({ id: 'stock', identifier: 'urn:stock', name: 'Stock', scopes, signing_alg: 'HS256' }),
        toApiRow({ id: 'orders', identifier: 'urn:orders', name: 'Orders', scopes, signing_alg: 'RS256' }),
        toApiRow({ id: 'bare', identifier: 'urn:bare', name: 'Bare', signing_alg: 'RS256' }),
      ],
    )
    const grant = (client_id: string, audience: string) =>
      toGrantRow({ id: `${client_id} ${audience}`, client_id, audience, scope: [] })
    await putGrants(
      db,
      [1],
      [
        grant('dashboard', 'urn:system'),
        ...Array.from({ length: 120 }, (_, n) => grant(`worker ${String(n).padStart(3, '0')}`, 'urn:orders')),
      ],
    )

    expect(await setup()).toEqual({
      clients: { total: 151, machines: 150, own: 1 },
      apis: { total: 3, hs256: 1, scoped: 2, scopes: 4, system: 1 },
      grants: { total: 120, own: 1 },
      waiting: { total: 30, first: { id: 'worker 120', name: 'worker 120' } },
      scopeless: { id: 'bare', name: 'Bare' },
      ungranted: { id: 'bare', name: 'Bare' },
      granted: { id: 'orders', name: 'Orders' },
    })
  })
})
