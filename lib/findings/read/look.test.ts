import type { Management } from 'auth0'
import type { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Tables } from '../../dashboard-database/tables.ts'
import { testDatabases } from '../../database/test-databases.ts'
import { toApiRow } from '../../mirror/api-row.ts'
import { toGrantRow } from '../../mirror/grant-row.ts'
import { putApis, putClients, putGrants } from '../../mirror/store.ts'
import { machineRow } from '../../mirror/testing/machine-row.ts'
import { newMirror } from '../../mirror/testing/new-mirror.ts'
import { foldObservations } from '../../observations/fold.ts'
import { issued, refused } from '../../observations/testing/entries.ts'
import type { LogEntry } from '../../observations/token-event.ts'
import { type FindingKind, findingKinds } from '../finding.ts'
import { lookAround } from './look.ts'
import { snoozedFindings } from './snoozed.ts'

const now = new Date('2026-11-24T15:30:00.000Z')
const day = 86_400_000
const daysAgo = (days: number) => new Date(now.getTime() - days * day).toISOString()

describe.each(testDatabases)('what is worth a look on $dialect', ({ newDatabase }) => {
  let close: () => Promise<void>
  let db: Kysely<Tables>
  beforeEach(async () => {
    ;({ db, close } = await newMirror(newDatabase))
    await putApis(
      db,
      [1],
      [
        toApiRow({ id: 'orders', identifier: 'urn:orders', name: 'Orders', scopes: [{ value: 'read' }] }),
        toApiRow({ id: 'stock', identifier: 'urn:stock', name: 'Stock', token_lifetime: 3600 }),
      ],
    )
  })
  afterEach(() => close())

  const fold = (...entries: LogEntry[]) => db.transaction().execute((trx) => foldObservations(trx, entries))
  const client = (client_id: string, more: Partial<Management.Client> = {}) =>
    putClients(db, [1], [machineRow(client_id, { created_at: daysAgo(99), ...more })])
  const grant = (client_id: string, audience = 'urn:orders', scope: string[] = []) =>
    putGrants(db, [1], [toGrantRow({ id: `${client_id} ${audience}`, client_id, audience, scope })])
  const found = async (kind: FindingKind, since: string | null = daysAgo(90), except: string[] = []) => {
    const groups = await lookAround(db, { now, since, except }, findingKinds)
    return groups.find((group) => group.kind === kind)?.findings ?? []
  }
  const names = async (...look: Parameters<typeof found>) =>
    (await found(...look)).map(({ client }) => client.id)

  test('clients without a token for 30 days, but none that could not have one', async () => {
    for (const id of ['idle', 'never', 'busy', 'ungranted', 'ours']) await client(id)
    await client('new', { created_at: daysAgo(2) })
    for (const id of ['idle', 'never', 'busy', 'new', 'ours']) await grant(id)
    await fold(
      issued({ client_id: 'idle', date: daysAgo(31) }),
      issued({ client_id: 'busy', date: daysAgo(29) }),
    )
    expect(await names('unused_client', daysAgo(90), ['ours'])).toEqual(
      expect.arrayContaining(['idle', 'never']),
    )
    expect(await names('unused_client', daysAgo(90), ['ours'])).toHaveLength(2)
    expect(await names('unused_client', daysAgo(29))).toEqual([])
    expect(await names('unused_client', null)).toEqual([])
  })

  test('grants without a token for 30 days, of clients in use', async () => {
    for (const id of ['busy', 'idle']) {
      await client(id)
      await grant(id, 'urn:orders')
      await grant(id, 'urn:stock')
    }
    await fold(issued({ client_id: 'busy', audience: 'urn:orders', date: daysAgo(1) }))
    expect(await found('unused_grant')).toEqual([
      {
        kind: 'unused_grant',
        object: 'busy urn:stock',
        client: { id: 'busy', name: 'busy' },
        api: { id: 'stock', name: 'Stock' },
        lastAt: null,
      },
    ])
  })

  test('secrets older than 180 days, as far as the log tells', async () => {
    for (const id of ['old', 'rotated', 'unknown']) await client(id)
    await client('key', { client_authentication_methods: { private_key_jwt: { credentials: [] } } })
    const made = (client_id: string, days: number) => ({
      type: 'sapi',
      date: daysAgo(days),
      details: {
        request: { method: 'post', path: '/api/v2/clients' },
        response: { statusCode: 201, body: { client_id } },
      },
    })
    const rotated = {
      type: 'sapi',
      date: daysAgo(3),
      details: {
        request: { method: 'post', path: '/api/v2/clients/rotated/rotate-secret' },
        response: { statusCode: 200 },
      },
    }
    const refusedRotation = {
      ...rotated,
      date: daysAgo(2),
      details: { ...rotated.details, response: { statusCode: 403 } },
    }
    await fold(made('old', 181), made('rotated', 200), rotated, refusedRotation)
    expect(await names('old_secret')).toEqual(['old'])
    expect(
      await db.selectFrom('observed_secrets').selectAll().where('client_id', '=', 'rotated').execute(),
    ).toEqual([{ client_id: 'rotated', set_at: daysAgo(3) }])
    expect(await names('old_secret', daysAgo(181))).toEqual(expect.arrayContaining(['old', 'unknown']))
    expect(await names('old_secret', daysAgo(181))).not.toContain('key')
  })

  test('grants that hold scopes which their API no longer defines', async () => {
    await client('worker')
    await grant('worker', 'urn:orders', ['read', 'write', 'archive'])
    expect(await found('gone_scopes')).toMatchObject([
      { client: { id: 'worker' }, scopes: ['archive', 'write'] },
    ])
  })

  test('clients without a grant that could have one', async () => {
    await client('worker')
    await client('person', { grant_types: ['authorization_code'] })
    expect(await names('no_grant')).toEqual(['worker'])
  })

  test('failures that began lately and go on', async () => {
    const no = { description: 'Client has not been granted scopes: x' }
    for (const id of ['failing', 'mended', 'once', 'for long']) await client(id)
    const three = (client_id: string) =>
      [3, 2, 1].map((h) => refused({ ...no, client_id, date: daysAgo(h / 24) }))
    await fold(
      ...three('failing'),
      ...three('mended'),
      issued({ client_id: 'mended', date: daysAgo(0) }),
      refused({ ...no, client_id: 'once', date: daysAgo(0.1) }),
      refused({ ...no, client_id: 'for long', date: daysAgo(8) }),
      ...three('for long'),
    )
    expect(await found('failing')).toMatchObject([
      {
        client: { id: 'failing' },
        api: { id: 'orders' },
        reason: 'scopes',
        count: 3,
        firstAt: daysAgo(3 / 24),
      },
    ])
  })

  test('clients that ask far more often than their tokens and callers need', async () => {
    for (const id of ['greedy', 'many callers', 'short-lived']) await client(id)
    const asks = (client_id: string, entry: (n: number) => Partial<LogEntry>) =>
      Array.from({ length: 60 }, (_, n) => issued({ client_id, date: daysAgo(n / 2000), ...entry(n) }))
    await fold(
      ...asks('greedy', () => ({})),
      ...asks('many callers', (n) => ({ ip: `10.0.0.${n % 10}` })),
      ...asks('short-lived', () => ({ audience: 'urn:stock' })),
    )
    expect(await found('too_often')).toEqual([
      {
        kind: 'too_often',
        object: 'greedy urn:orders',
        client: { id: 'greedy', name: 'greedy' },
        api: { id: 'orders', name: 'Orders' },
        issued: 60,
        needed: 1,
        callers: 1,
      },
    ])
  })

  test('what was put aside comes back by itself', async () => {
    await client('worker')
    const snooze = {
      kind: 'no_grant',
      object: 'worker',
      subject: 'worker',
      reason: 'soon',
      author: 'ada',
      at: daysAgo(1),
    } as const
    await db
      .insertInto('snoozes')
      .values({ ...snooze, until: daysAgo(-1) })
      .execute()
    expect(await names('no_grant')).toEqual([])
    expect(await snoozedFindings(db, now)).toMatchObject([
      { object: 'worker', reason: 'soon', author: 'ada' },
    ])

    await db.updateTable('snoozes').set({ until: now.toISOString() }).execute()
    expect(await names('no_grant')).toEqual(['worker'])
    expect(await snoozedFindings(db, now)).toEqual([])
  })

  test('of many the first 20, and how many there are', async () => {
    for (let n = 0; n < 25; n++) await client(`client ${n}`)
    const [group] = await lookAround(db, { now, since: null, except: [] }, findingKinds)
    expect(group).toMatchObject({ kind: 'no_grant', total: 25 })
    expect(group?.findings).toHaveLength(20)
  })
})
