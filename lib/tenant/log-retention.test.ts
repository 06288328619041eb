import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { keepLogsFor } from './log-retention.ts'
import { openStorage } from './storage/open.ts'
import type { Storage } from './storage/storage.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'retention-'))
let storage: Storage
beforeAll(async () => {
  storage = await openStorage({ dataDir, encryptionKey: new Uint8Array(32) })
})
afterAll(async () => {
  await storage.close()
  rmSync(dataDir, { recursive: true, force: true })
})

it('removes what is older than so many days, however much it is, and nothing else', async () => {
  const ago = (hours: number) => ({
    type: 's',
    date: new Date(Date.now() - hours * 3_600_000).toISOString(),
    hours,
  })
  await storage.logs.append([...Array.from({ length: 1200 }, () => ago(49)), ago(47), ago(0)])

  const stop = keepLogsFor(2, storage)
  await vi.waitFor(async () => expect(await storage.logs.count(undefined)).toBe(2), { timeout: 5000 })
  await stop()
  expect((await storage.logs.listAfter(undefined, 10)).map(({ hours }) => hours)).toEqual([47, 0])
})
