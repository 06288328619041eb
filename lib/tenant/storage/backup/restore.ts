import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { alone } from '../../../database/alone.ts'
import { isRefusedRow } from '../../../database/constraint.ts'
import { forShare } from '../../../database/for-update.ts'
import { migrate, NewerSchemaError } from '../../../database/migrate.ts'
import { isPostgres } from '../../../database/postgres.ts'
import { StartUpError } from '../../start-up-error.ts'
import type { Cipher } from '../cipher.ts'
import { openDatabase } from '../database.ts'
import { keyCheckRow, openKeyCheck, readKeyCheck, sealLike } from '../key-check.ts'
import { migrations } from '../migrations.ts'
import { reseal, switchKey } from '../reseal.ts'
import type { Tables } from '../tables.ts'
import { contents, type Held, heldTables, rowInserter, rowsOf } from './contents.ts'
import type { Header } from './format.ts'
import { DamagedBackupError, readBackup } from './read.ts'

/**
 * Makes the tenant what a backup says it was, in one transaction, while it runs; sessions end. The rows go through a
 * SQLite file in `dataDir` first, where they are checked, brought to today's schema and sealed with the key that the
 * database is sealed with. Resolves with the backup's header; rejects with DamagedBackupError, NewerSchemaError or
 * WrongKeyError, and then nothing was changed.
 */
export async function restoreBackup(
  path: string,
  { db, cipher, dataDir }: { db: Kysely<Tables>; cipher: Cipher; dataDir: string },
): Promise<Header> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const folder = mkdtempSync(join(dataDir, 'restore-'))
  const staging = openDatabase({ dataDir: folder })
  try {
    const header = await stage(path, staging, cipher)
    const current = await readKeyCheck(db).executeTakeFirstOrThrow()
    sealLike(cipher, current)
    await staging.transaction().execute((trx) => switchKey(trx, cipher))
    await reseal(staging, cipher)
    await replace(db, staging, current.document)
    return header
  } finally {
    await staging.destroy()
    rmSync(folder, { recursive: true })
  }
}

async function stage(path: string, staging: Kysely<Tables>, cipher: Cipher): Promise<Header> {
  let found: Header | undefined
  try {
    // One transaction for all: nothing of it needs to outlive a power cut.
    await staging.transaction().execute((trx) =>
      readBackup(path, {
        async header(header) {
          found = header
          openKeyCheck(cipher, { document: header.keyCheck })
          await migrate<Tables>(trx, migrationsOf(header))
          await trx.insertInto('settings').values(keyCheckRow(header.keyCheck)).execute()
        },
        rows: rowInserter(trx),
      }),
    )
  } catch (error) {
    if (isRefusedRow(error)) throw new DamagedBackupError('has rows that contradict each other')
    throw error
  }
  await migrate(staging, migrations)
  if (!found) throw new DamagedBackupError('has no header')
  return found
}

function migrationsOf({ schema }: Header) {
  const unknown = schema.find((name) => !(name in migrations))
  if (unknown) {
    throw new NewerSchemaError(
      `The backup has the schema "${unknown}", which this version of Grantboard does not know: restore it with a newer version.`,
    )
  }
  return Object.fromEntries(Object.entries(migrations).filter(([name]) => schema.includes(name)))
}

async function replace(db: Kysely<Tables>, staging: Kysely<Tables>, sealedLike: string) {
  await alone(db, async (trx) => {
    const { document } = await forShare(trx, readKeyCheck(trx)).executeTakeFirstOrThrow()
    if (document !== sealedLike)
      throw new StartUpError('The encryption key was changed meanwhile: restore again.')
    if (isPostgres(trx)) {
      // Whoever writes now waits, whoever reads does not.
      await sql`lock table ${sql.join(heldTables.map((table) => sql.table(table)))} in exclusive mode`.execute(
        trx,
      )
    }
    for (const table of heldTables.toReversed()) {
      const kept = table === 'settings' ? sql`where id = 'tenant'` : sql``
      await sql`delete from ${sql.table(table)} ${kept}`.execute(trx)
    }
    await trx.deleteFrom('artifacts').execute()
    const insertRows = rowInserter(trx)
    for (const table of heldTables) {
      for await (const rows of rowsOf(staging, table)) await insertRows(table, rows)
      if (isPostgres(trx)) await continueSequence(trx, table)
    }
    // Otherwise the planner thinks of what was there before until PostgreSQL gets round to counting.
    if (isPostgres(trx))
      await sql`analyze ${sql.join(heldTables.map((table) => sql.table(table)))}`.execute(trx)
  })
}

/** The next row comes after those that were written with their numbers, and after all that there ever were. */
async function continueSequence(trx: Kysely<Tables>, table: Held) {
  if (!contents[table].some((column) => column === 'seq')) return
  const sequence = sql`pg_get_serial_sequence(${table}, 'seq')`
  await sql`select setval(${sequence}, greatest(nextval(${sequence}), (select coalesce(max(seq), 1) from ${sql.table(table)})))`.execute(
    trx,
  )
}
