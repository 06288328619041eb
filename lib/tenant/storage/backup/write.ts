import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import type { Kysely } from 'kysely'
import { appliedMigrations } from '../../../database/migrate.ts'
import { inSnapshot } from '../../../database/snapshot.ts'
import { readKeyCheck } from '../key-check.ts'
import type { Tables } from '../tables.ts'
import { heldTables, rowsOf } from './contents.ts'
import { formatName, type Header, type Line } from './format.ts'

/**
 * Writes what the tenant is in this moment to a new file (mode 0600), without keeping it from anything. Secrets stay
 * encrypted. Resolves with the number of rows; rejects with the file system's error, EEXIST when there is such a
 * file, and then leaves none that it began.
 */
export async function writeBackup(db: Kysely<Tables>, path: string): Promise<number> {
  const file = await open(path, 'wx', 0o600)
  const hash = createHash('sha256')
  const write = async (lines: Line[]) => {
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
    hash.update(text)
    await file.writeFile(text)
  }

  try {
    const rows = await inSnapshot(db, async (snapshot) => {
      await write([await header(snapshot)])
      let count = 0
      for (const table of heldTables) {
        for await (const batch of rowsOf(snapshot, table)) {
          await write(batch.map((row) => [table, row]))
          count += batch.length
        }
      }
      return count
    })
    await write([{ rows, sha256: hash.copy().digest('hex') }])
    await file.sync()
    await file.close()
    return rows
  } catch (error) {
    await file.close()
    await rm(path)
    throw error
  }
}

async function header(snapshot: Kysely<Tables>): Promise<Header> {
  const { document } = await readKeyCheck(snapshot).executeTakeFirstOrThrow()
  return {
    format: formatName,
    schema: await appliedMigrations(snapshot),
    writtenAt: new Date().toISOString(),
    keyCheck: document,
  }
}
