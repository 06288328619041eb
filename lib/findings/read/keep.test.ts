import type { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Tables } from '../../dashboard-database/tables.ts'
import { testDatabases } from '../../database/test-databases.ts'
import { toGrantRow } from '../../mirror/grant-row.ts'
import { putClients, putGrants } from '../../mirror/store.ts'
import { machineRow } from '../../mirror/testing/machine-row.ts'
import { newMirror } from '../../mirror/testing/new-mirror.ts'
import { foldObservations } from '../../observations/fold.ts'
import { issued } from '../../observations/testing/entries.ts'
import type { FindingKind } from '../finding.ts'
import { findingsNow } from './keep.ts'

const firstLook = new Date('2026-11-24T09:00:00.000Z').getTime()
/** So many seconds after the first look. */
const at = (seconds: number) => new Date(firstLook + seconds * 1000).toISOString()

describe.each(testDatabases)('what is kept of the findings on $dialect', ({ newDatabase }) => {
  let close: () => Promise<void>
  let db: Kysely<Tables>
  beforeEach(async () => {
    ;({ db, close } = await newMirror(newDatabase))
    await createClient('first')
  })
  afterEach(() => close())

  const createClient = (client_id: string) =>
    putClients(db, [1], [machineRow(client_id, { created_at: at(-99 * 86_400) })])
  /** The clients of one kind of finding, so many seconds after the first look. */
  const found = async (kind: FindingKind, seconds: number) => {
    const look = { now: new Date(at(seconds)), since: at(-90 * 86_400), except: [] }
    const groups = await findingsNow(db, look)
    return groups.find((group) => group.kind === kind)?.findings.map(({ client }) => client.id) ?? []
  }

  test('a token that was seen counts after a minute', async () => {
    await putGrants(db, [1], [toGrantRow({ id: 'grant', client_id: 'first', audience: 'urn:a', scope: [] })])
    expect(await found('unused_client', 0)).toEqual(['first'])
    await db
      .transaction()
      .execute((trx) =>
        foldObservations(trx, [issued({ client_id: 'first', audience: 'urn:a', date: at(1) })]),
      )
    expect(await found('unused_client', 59)).toEqual(['first'])
    expect(await found('unused_client', 60)).toEqual([])
  })

  test('what the mirror was told counts at once', async () => {
    expect(await found('no_grant', 0)).toEqual(['first'])
    await createClient('second')
    expect(await found('no_grant', 1)).toEqual(['first', 'second'])
  })

  test('so does what was put aside, or taken back', async () => {
    expect(await found('no_grant', 0)).toEqual(['first'])
    await db
      .insertInto('snoozes')
      .values({
        kind: 'no_grant',
        object: 'first',
        subject: 'first',
        reason: 'Seasonal',
        author: 'ada',
        at: at(0),
        until: at(86_400),
      })
      .execute()
    expect(await found('no_grant', 1)).toEqual([])
    await db.deleteFrom('snoozes').execute()
    expect(await found('no_grant', 2)).toEqual(['first'])
  })
})
