import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { testDatabases } from '../database/test-databases.ts'
import { giveUpLease, holdLease } from './lease.ts'
import { openDashboardDatabase } from './open.ts'
import type { Tables } from './tables.ts'

describe.each(testDatabases)('a lease on $dialect', ({ newDatabase }) => {
  let folder: string
  let one: Kysely<Tables>
  let other: Kysely<Tables>
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lease-'))
    const place = { DATA_DIR: folder, DATABASE_URL: await newDatabase() }
    one = await openDashboardDatabase(place)
    other = await openDashboardDatabase(place)
  })
  afterEach(async () => {
    await Promise.all([one.destroy(), other.destroy()])
    rmSync(folder, { recursive: true })
  })

  it('belongs to one, who may keep it, until it is given up', async () => {
    expect(await holdLease(one, 'follow', 'one', 60_000)).toBe(true)
    expect(await holdLease(other, 'follow', 'other', 60_000)).toBe(false)
    expect(await holdLease(one, 'follow', 'one', 60_000)).toBe(true)
    expect(await holdLease(other, 'something else', 'other', 60_000)).toBe(true)

    await giveUpLease(other, 'follow', 'other')
    expect(await holdLease(other, 'follow', 'other', 60_000)).toBe(false)
    await giveUpLease(one, 'follow', 'one')
    expect(await holdLease(other, 'follow', 'other', 60_000)).toBe(true)
  })

  it('goes to another once it is not renewed', async () => {
    expect(await holdLease(one, 'follow', 'one', 50)).toBe(true)
    await vi.waitUntil(() => holdLease(other, 'follow', 'other', 60_000), { timeout: 5000 })
    expect(await holdLease(one, 'follow', 'one', 60_000)).toBe(false)
  })

  it('belongs to one of many who ask at the same time', async () => {
    const asked = Array.from({ length: 20 }, (_, n) =>
      holdLease(n % 2 ? one : other, 'follow', `holder ${n}`, 60_000),
    )
    expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1)
  })
})
