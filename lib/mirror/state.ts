import type { Kysely, Updateable } from 'kysely'
import { forUpdate } from '../database/for-update.ts'
import { inTransaction } from '../database/transaction.ts'
import type { MirrorState, MirrorTables } from './tables.ts'

/** How far the mirror is; undefined before it was ever begun. */
export const readState = (db: Kysely<MirrorTables>): Promise<MirrorState | undefined> =>
  db.selectFrom('mirror_state').selectAll().where('id', '=', 1).executeTakeFirst()

/** Names what the mirror shows: another name, another picture of the tenant. */
export async function mirrorReading(db: Kysely<MirrorTables>): Promise<string> {
  const state = await readState(db)
  return `${state?.generation} ${state?.writes}`
}

/**
 * Runs `work` in a transaction in which nobody else writes to the mirror, whichever process it is. Does nothing when
 * the mirror was never begun; then there is nothing to keep up to date.
 */
export async function withState<Tables extends MirrorTables, Result>(
  db: Kysely<Tables>,
  work: (trx: Kysely<Tables>, state: MirrorState) => Promise<Result>,
): Promise<Result | undefined> {
  return inTransaction(db, async (trx) => {
    const mirror = trx as unknown as Kysely<MirrorTables>
    const state = await forUpdate(
      mirror,
      mirror.selectFrom('mirror_state').selectAll().where('id', '=', 1),
    ).executeTakeFirst()
    return state && work(trx, state)
  })
}

/** The generations that what is known now goes into: the one that is shown and the one that is being built. */
export const liveGenerations = ({ generation, building }: Pick<MirrorState, 'generation' | 'building'>) =>
  building === null || building === generation ? [generation] : [generation, building]

export const updateState = (trx: Kysely<MirrorTables>, changes: Updateable<MirrorTables['mirror_state']>) =>
  trx.updateTable('mirror_state').set(changes).where('id', '=', 1).execute()
