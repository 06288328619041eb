import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type EventLog, openEventLog } from './event-log.ts'
import { openStorage } from './storage/open.ts'
import type { Storage } from './storage/storage.ts'

let dataDir: string
let storage: Storage
let events: EventLog
let attempts: number

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'event-log-'))
  storage = await openStorage({ dataDir, encryptionKey: new Uint8Array(32) })
  attempts = 0
  const append: Storage['logs']['append'] = (entries) => {
    attempts += 1
    return storage.logs.append(entries)
  }
  events = openEventLog({ logs: { ...storage.logs, append } })
})
afterEach(async () => {
  await events.close()
  await storage.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const date = '2026-01-01T00:00:00.000Z'
const note = (number: number, text = '') => events.note({ type: 'seccft', date, description: text, number })
const written = async () => (await storage.logs.listAfter(undefined, 100_000)).map(({ number }) => number)
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index)

/** From outside, as a broken disk or a lost server would: the table is not there for a while. */
function rename(from: string, to: string) {
  const database = new DatabaseSync(join(dataDir, 'tenant.db'))
  database.exec(`alter table ${from} rename to ${to}`)
  database.close()
}

it('writes what was noted in its order, by itself or when it closes', async () => {
  upTo(1500).forEach((number) => {
    note(number)
  })
  await vi.waitFor(async () => expect(await storage.logs.count(undefined)).toBe(1500), 10_000)
  note(1500)
  await events.close()
  expect(await written()).toEqual(upTo(1501))
  expect(attempts).toBe(3)
})

it('keeps what the storage would not take, and tries again', async () => {
  rename('logs', 'away')
  note(0)
  await vi.waitFor(() => expect(attempts).toBeGreaterThan(0), 10_000)
  note(1)
  rename('away', 'logs')
  await vi.waitFor(async () => expect(await written()).toEqual([0, 1]), { timeout: 5000 })
})

it('keeps no more than fits into its memory, and closes although nothing was written', async () => {
  rename('logs', 'away')
  const text = 'x'.repeat(64 * 1024)
  upTo(1000).forEach((number) => {
    note(number, text)
  })
  await events.close()
  note(1000)
  rename('away', 'logs')
  expect(await written()).toEqual([])

  events = openEventLog(storage)
  upTo(1000).forEach((number) => {
    note(number, text)
  })
  await events.close()
  const kept = await written()
  expect(kept.length).toBeGreaterThan(200)
  expect(kept.length).toBeLessThan(256)
  expect(kept).toEqual(upTo(kept.length))
})
