import 'server-only'
import type { Kysely } from 'kysely'
import type { Tables } from '../dashboard-database/tables.ts'
import { countClients, listApis, listClients, listGrants, listSize, type Part, readSettings } from './calls'
import { compareStep } from './compare.ts'
import { beginComparison, foundIn } from './comparison.ts'
import { inStep } from './in-step.ts'
import { noteSettings } from './note-elsewhere.ts'
import { objectKeyOf, writtenSince } from './own-writes'
import { putSettings } from './settings-row.ts'
import { updateState } from './state.ts'
import { putApis, putClients, putGrants } from './store.ts'
import type { MirrorState } from './tables.ts'

/** How many parts a list has at least before it is worth a call to know how long it is. */
const longList = 20

type List<Row> = {
  read: (from: string | null, signal: AbortSignal) => Promise<Part<Row>>
  put: (trx: Kysely<Tables>, generations: number[], rows: Row[]) => Promise<void>
  next: string
}

const clients: List<Parameters<typeof putClients>[2][number]> = {
  read: listClients,
  put: putClients,
  next: 'apis',
}
const apis: List<Parameters<typeof putApis>[2][number]> = { read: listApis, put: putApis, next: 'grants' }
const grants: List<Parameters<typeof putGrants>[2][number]> = {
  read: listGrants,
  put: putGrants,
  next: 'settings',
}

/**
 * The next step of the full synchronization that `state` says is underway: one call, kept in one transaction together
 * with where to go on, so that a process that dies costs one call. Resolves when the step is done.
 */
export async function synchronizeStep(
  db: Kysely<Tables>,
  state: MirrorState,
  signal: AbortSignal,
): Promise<void> {
  switch (state.building_step) {
    case 'clients':
      return listStep(db, state, clients, signal)
    case 'apis':
      return listStep(db, state, apis, signal)
    case 'grants':
      return listStep(db, state, grants, signal)
    case 'settings':
      return settingsStep(db, state, signal)
    default:
      return compareStep(db, state)
  }
}

async function listStep<Row extends { id: string }>(
  db: Kysely<Tables>,
  state: MirrorState,
  { read, put, next }: List<Row>,
  signal: AbortSignal,
) {
  const part = await read(state.checkpoint, signal)
  const total = part.total ?? (await totalOf(state, part, signal))
  await inStep(db, state, async (trx, generation) => {
    const newer = await writtenSince(trx, state.own_writes)
    const rows = part.rows.filter(({ id }) => !newer.has(objectKeyOf(state.building_step ?? '', id)))
    await put(trx, [generation], rows)
    const isDone = part.next === null
    await updateState(trx, {
      checkpoint: part.next,
      building_step: isDone ? next : state.building_step,
      read_count: isDone ? 0 : state.read_count + part.rows.length,
      expected_count: isDone ? null : total,
    })
  })
}

/** Asked for once, of a list that turns out long. */
async function totalOf(state: MirrorState, { next }: Part<unknown>, signal: AbortSignal) {
  const isTime = state.building_step === 'clients' && state.expected_count === null && next !== null
  return isTime && state.read_count >= longList * listSize ? countClients(signal) : state.expected_count
}

async function settingsStep(db: Kysely<Tables>, state: MirrorState, signal: AbortSignal) {
  const settings = await readSettings(signal)
  await inStep(db, state, async (trx) => {
    const newer = await writtenSince(trx, state.own_writes)
    const comparison = beginComparison(state)
    if (!newer.has('settings')) {
      if (state.synchronized_at !== null) await noteSettings(trx, foundIn(comparison, state), settings)
      await putSettings(trx, settings)
    }
    await updateState(trx, { building_step: 'compare', checkpoint: JSON.stringify(comparison) })
  })
}
