import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDashboardDatabase } from '../../dashboard-database/open.ts'
import type { Tables } from '../../dashboard-database/tables.ts'
import { testDatabases } from '../../database/test-databases.ts'
import { foldObservations } from '../fold.ts'
import { sumOf } from '../span.ts'
import { issued, refused } from '../testing/entries.ts'
import type { LogEntry } from '../token-event.ts'
import { apiUse } from './api-usage.ts'
import { callersOf } from './callers.ts'
import { clientUse } from './client-usage.ts'
import { failuresOf } from './failures.ts'
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
  })
})
