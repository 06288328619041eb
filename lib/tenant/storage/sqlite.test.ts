import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openStorage } from './open.ts'

it('keeps the files to their owner and secrets unreadable in them', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tenant-storage-'))
  const storage = await openStorage({ dataDir, encryptionKey: randomBytes(32) })
  await storage.clients.insert({ client_id: 'c1', name: 'c1', global: false, client_secret: 'in-clear' })

  const files = readdirSync(dataDir)
  expect(files).toContain('tenant.db')
  expect(statSync(dataDir).mode & 0o777).toBe(0o700)
  for (const file of files) {
    expect(statSync(join(dataDir, file)).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(dataDir, file), 'latin1')).not.toContain('in-clear')
  }

  await storage.close()
  rmSync(dataDir, { recursive: true })
})
