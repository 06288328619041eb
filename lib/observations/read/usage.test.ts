import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDashboardDatabase } from '../../dashboard-database/open.ts'
import type { Tables } from '../../dashboard-database/tables.ts'
import { testDatabases } from '../../database/test-databases.ts'
import { toApiRow } from '../../mirror/api-row.ts'
import { toClientRow } from '../../mirror/client-row.ts'
import { putApis, putClients } from '../../mirror/store.ts'
import { foldObservations } from '../fold.ts'
import { sumOf } from '../span.ts'
import { issued, refused } from '../testing/entries.ts'
import type { LogEntry } from '../token-event.ts'
import { apiUse } from './api-usage.ts'
import { callersOf } from './callers.ts'
import { longestTokenOf } from './client-end.ts'
import { clientUse } from './client-usage.ts'
import { failuresOf } from './failures.ts'
import {
  lastTokenBetween,
  lastTokenColumn,
  lastTokenFor,
  lastTokensAtApi,
  lastTokensOf,
  lastTokensOfClient,
} from './last-tokens.ts'
import { strangersLately } from './strangers.ts'
import { tokenTotals } from './totals.ts'

const now = new Date('2026-11-24T15:30:00.000Z')

describe.each(testDatabases)('what was observed, read on $dialect', ({ newDatabase }) => {
  let folder: string
  let db: Kysely<Tables>
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'usage-'))
    db = await openDashboardDatabase({ DATA_DIR: folder, DATABASE_URL: await newDatabase() })
  })
  afterEach(async () => {
    await db.destroy()
    rmSync(folder, { recursive: true })
  })

  const fold = (...entries: LogEntry[]) => db.transaction().execute((trx) => foldObservations(trx, entries))

  test('a client’s tokens per API, hour by hour up to this one', async () => {
    await fold(
      issued({ date: '2026-11-23T15:59:00.000Z' }), // one hour too old
      issued({ date: '2026-11-23T16:00:00.000Z' }),
      issued({ date: '2026-11-24T15:10:00.000Z', audience: 'urn:invoices', scope: 'read:invoices' }),
      issued({ client_id: 'another' }),
      refused({ date: '2026-11-24T15:12:00.000Z', audience: 'urn:nowhere' }),
    )
    const [invoices, orders, none] = await clientUse(db, 'worker', '24h', now)
    expect(invoices).toMatchObject({
      audience: 'urn:invoices',
      last: { at: '2026-11-24T15:10:00.000Z', scope: 'read:invoices' },
      isGranted: false,
    })
    expect(invoices?.bars).toHaveLength(24)
    expect(invoices?.bars.at(-1)).toMatchObject({ issued: 1, refused: 0 })
    expect(orders?.audience).toBe('urn:orders')
    expect(orders?.bars[0]).toMatchObject({ issued: 1 })
    expect(sumOf(orders?.bars ?? [])).toEqual({ issued: 1, refused: 0 })
    expect(none).toMatchObject({ audience: '', last: null })
    expect(sumOf(none?.bars ?? [])).toEqual({ issued: 0, refused: 1 })
  })

  test('the same day by day', async () => {
    await fold(
      issued({ date: '2026-10-25T23:59:59.000Z' }),
      issued({ date: '2026-10-26T00:00:00.000Z' }),
      issued(),
    )
    const [orders] = await clientUse(db, 'worker', '30d', now)
    expect(orders?.bars).toHaveLength(30)
    expect(orders?.bars[0]).toMatchObject({ issued: 1 })
    expect(sumOf(orders?.bars ?? [])).toEqual({ issued: 2, refused: 0 })
  })

  test('an API’s clients, the busiest first, then by their last token', async () => {
    await fold(
      issued({ client_id: 'long ago', date: '2026-11-01T00:00:00.000Z' }),
      issued({ client_id: 'longer ago', date: '2026-10-01T00:00:00.000Z' }),
      issued({ client_id: 'busy' }),
      issued({ client_id: 'busy' }),
      issued({ client_id: 'calm' }),
    )
    const { clients, total } = await apiUse(db, 'urn:orders', '24h', { now, limit: 3 })
    expect(total).toBe(4)
    expect(clients.map(({ clientId, issued }) => [clientId, issued])).toEqual([
      ['busy', 2],
      ['calm', 1],
      ['long ago', 0],
    ])
  })

  test('callers say whether they are refused now', async () => {
    await fold(
      issued({ ip: '10.0.0.1' }),
      refused({ ip: '10.0.0.1', date: '2026-11-24T14:00:00.000Z' }),
      refused({ ip: '10.0.0.2' }),
      issued({ ip: '10.0.0.2', date: '2026-11-24T15:00:00.000Z' }),
    )
    expect(await callersOf(db, 'worker')).toMatchObject([
      { ip: '10.0.0.2', isRefused: false, issued: 1, refused: 1 },
      { ip: '10.0.0.1', isRefused: true },
    ])
  })

  test('failures of a client and of an API, the latest first', async () => {
    const scopes = { description: 'Client has not been granted scopes: a' }
    await fold(issued(), refused(), refused({ ...scopes, date: '2026-11-24T14:00:00.000Z' }))
    expect(await failuresOf(db, { clientId: 'worker' }, 10)).toMatchObject([
      { reason: 'scopes', count: 1 },
      { reason: 'credentials', count: 1 },
    ])
    expect(await failuresOf(db, { audience: 'urn:orders' }, 1)).toMatchObject([{ clientId: 'worker' }])
  })

  test('the totals are of everybody, strangers too', async () => {
    await fold(issued(), issued({ client_id: 'another' }), refused({ client_id: 'stranger' }))
    const bars = await tokenTotals(db, '24h', now)
    expect(bars).toHaveLength(24)
    expect(sumOf(bars)).toEqual({ issued: 2, refused: 1 })
    expect(await strangersLately(db, now)).toEqual({
      refused: 1,
      last: { clientId: 'stranger', ip: '10.0.0.1', at: '2026-11-24T13:02:00.000Z' },
    })
  })

  test('the last token: of a client per API, at an API per client, of everybody', async () => {
    await fold(
      issued({ date: '2026-11-24T10:00:00.000Z' }),
      issued({ date: '2026-11-24T11:00:00.000Z', audience: 'urn:invoices' }),
      issued({ date: '2026-11-24T12:00:00.000Z', client_id: 'another' }),
    )
    expect(await lastTokensOfClient(db, 'worker')).toEqual(
      new Map([
        ['urn:orders', '2026-11-24T10:00:00.000Z'],
        ['urn:invoices', '2026-11-24T11:00:00.000Z'],
      ]),
    )
    expect(await lastTokensAtApi(db, 'urn:orders', ['worker', 'nobody'])).toEqual(
      new Map([['worker', '2026-11-24T10:00:00.000Z']]),
    )
    expect(await lastTokensOf(db, ['worker'])).toEqual(new Map([['worker', '2026-11-24T11:00:00.000Z']]))
    expect(await lastTokenFor(db, { audience: 'urn:orders' })).toBe('2026-11-24T12:00:00.000Z')
    expect(await lastTokenFor(db, { audience: 'urn:orders', clientId: 'nobody' })).toBeNull()
  })

  test('a list of clients is sorted and filtered by the last token', async () => {
    await mirror()
    await fold(
      issued({ date: '2026-11-24T10:00:00.000Z' }),
      issued({ date: '2026-10-01T10:00:00.000Z', client_id: 'idle' }),
    )
    const last = lastTokenColumn('clients.id')
    const clients = db.selectFrom('clients').select(['id', last.as('last_at')])
    expect(
      (await clients.where(sql`coalesce(${last}, '')`, '<', '2026-10-25').orderBy('id').execute()).map(
        ({ id }) => id,
      ),
    ).toEqual(['idle', 'never'])
    const [first] = await clients.orderBy(sql`coalesce(${last}, '')`, 'desc').execute()
    expect(first).toEqual({ id: 'worker', last_at: '2026-11-24T10:00:00.000Z' })
    const there = await clients
      .where(
        lastTokenBetween({ client: sql.ref('clients.id'), audience: sql.val('urn:elsewhere') }),
        'is not',
        null,
      )
      .execute()
    expect(there).toEqual([])
  })

  test('what of a client’s tokens lasts longest, by when it expires', async () => {
    await mirror()
    await fold(
      issued({ date: '2026-11-24T10:00:00.000Z' }),
      issued({ date: '2026-11-24T15:00:00.000Z', audience: 'urn:short' }),
    )
    expect(await longestTokenOf(db, 'worker', now)).toEqual({
      api: 'Orders',
      lifetime: 86_400,
      at: '2026-11-24T10:00:00.000Z',
      since: '2026-11-01T00:00:00.000Z',
    })
    expect(await longestTokenOf(db, 'never', now)).toBeNull()
  })

  /** Three clients and two APIs, observed since 1 November. */
  async function mirror() {
    await db
      .insertInto('mirror_state')
      .values({
        id: 1,
        tenant: 'acme',
        generation: 1,
        read_count: 0,
        own_writes: 0,
        log_complete_since: '2026-11-01T00:00:00.000Z',
      })
      .execute()
    await putClients(
      db,
      [1],
      ['worker', 'idle', 'never'].map((client_id) => toClientRow({ client_id, name: client_id })),
    )
    await putApis(
      db,
      [1],
      [
        toApiRow({ id: 'orders', identifier: 'urn:orders', name: 'Orders' }),
        toApiRow({ id: 'short', identifier: 'urn:short', name: 'Short', token_lifetime: 600 }),
      ],
    )
  }
})
