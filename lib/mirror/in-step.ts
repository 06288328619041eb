import type { Kysely } from 'kysely'
import type { Tables } from '../dashboard-database/tables.ts'
import { withState } from './state.ts'
import type { MirrorState } from './tables.ts'

/** Runs `work` unless the synchronization has gone on, or begun anew, since `state` was read. */
export async function inStep(
  db: Kysely<Tables>,
  state: MirrorState,
  work: (trx: Kysely<Tables>, generation: number) => Promise<void>,
): Promise<void> {
  await withState(db, async (trx, now) => {
    const isSame =
      now.building === state.building &&
      now.building_step === state.building_step &&
      now.checkpoint === state.checkpoint
    if (isSame && state.building !== null) await work(trx, state.building)
  })
}
