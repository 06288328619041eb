import type { Kysely } from 'kysely'
import { updateState } from './state.ts'
import type { MirrorState, MirrorTables } from './tables.ts'

/** Begins a full synchronization, for a reason in words; one that is underway begins anew. */
export async function beginSynchronization(
  trx: Kysely<MirrorTables>,
  state: Pick<MirrorState, 'generation' | 'building'>,
  because: string,
) {
  const building = Math.max(state.generation, state.building ?? 0) + 1
  await updateState(trx, {
    building,
    due_because: because,
    building_since: new Date().toISOString(),
    building_step: 'clients',
    checkpoint: null,
    read_count: 0,
    expected_count: null,
  })
}
