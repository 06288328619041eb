import 'server-only'
import type { Kysely } from 'kysely'
import { dashboardDatabase } from '../dashboard-database/database'
import type { Tables } from '../dashboard-database/tables'
import { forUpdate } from '../database/for-update'
import { inTransaction } from '../database/transaction'
import { AppError } from '../errors'
import type { Admin } from '../session'
import type { Change } from './change'
import {
  canStart,
  type EventKind,
  isOpen,
  isRunning,
  isSetEvent,
  type Origin,
  type SetState,
  slotOf,
} from './change-set'

/** A change that a set is to make. Without a slot it gets the one of what it is about. */
export type NewStep = { change: Change; slot?: string; undoes?: number }

type NewSet = { admin: Admin; origin: Origin; reason?: string; undoes?: string }

/** Begins a set, empty or with its first steps, as a draft. Resolves with its id. */
export async function createSet({ admin, ...set }: NewSet, steps: NewStep[] = []): Promise<string> {
  const id = crypto.randomUUID()
  const db = await dashboardDatabase()
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('change_sets')
      .values({
        id,
        at: now(),
        author: admin.email,
        reason: set.reason ?? null,
        origin: set.origin,
        undoes: set.undoes,
      })
      .execute()
    await insertSteps(trx, id, admin, steps)
  })
  return id
}

/** Puts changes into a set, each in place of what its slot held. An AppError once the set is being applied. */
export async function putSteps(setId: string, admin: Admin, steps: NewStep[]): Promise<void> {
  await whileIn(setId, isOpen, (trx) => insertSteps(trx, setId, admin, steps))
}

/** Takes what these slots hold out of a set. An AppError once the set is being applied. */
export async function takeOutSteps(setId: string, admin: Admin, slots: string[]): Promise<void> {
  const out = slots.map((slot) => ({ slot, change: null }))
  await whileIn(setId, isOpen, (trx) => insertSteps(trx, setId, admin, out))
}

/** Offers the set for review. */
export const submitSet = (setId: string, admin: Admin) => moveSet(setId, isOpen, 'planned', admin)

/** Gives the set to the queue, or gives it back to it. */
export const startSet = (setId: string, admin: Admin) => moveSet(setId, canStart, 'applying', admin)

/** Asks the queue to stop after the change in hand. A set that is at its end stays as it is. */
export async function stopSet(setId: string, admin: Admin): Promise<void> {
  const state = await stateOf(await dashboardDatabase(), setId)
  if (isRunning(state)) await moveSet(setId, () => true, 'stopping', admin)
}

/** Lets go of a set that was never applied; it is kept, and out of the way. */
export const discardSet = (setId: string, admin: Admin) => moveSet(setId, isOpen, 'discarded', admin)

/** Says why the set is there. The last reason counts. */
export async function giveReason(setId: string, admin: Admin, reason: string): Promise<void> {
  await addEvent(await dashboardDatabase(), { setId, kind: 'reason', author: admin.email, said: reason })
}

/** The queue's own move: what became of the set. */
export async function endSet(setId: string, kind: 'stopped' | 'applied' | 'partly', said?: string) {
  await addEvent(await dashboardDatabase(), { setId, kind, said })
}

type NewEvent = { setId: string; kind: EventKind; step?: number; author?: string; said?: string }

/** Sets down what happened to a set or to one of its steps. */
export async function addEvent(
  db: Kysely<Tables>,
  { setId, kind, step, author, said }: NewEvent,
): Promise<void> {
  await db
    .insertInto('change_set_events')
    .values({
      set_id: setId,
      step: step ?? null,
      kind,
      at: now(),
      author: author ?? null,
      said: said ?? null,
    })
    .execute()
}

async function moveSet(
  setId: string,
  from: (state: SetState) => boolean,
  kind: EventKind,
  { email }: Admin,
): Promise<void> {
  await whileIn(setId, from, (trx) => addEvent(trx, { setId, kind, author: email }))
}

/** Does `work` in a transaction in which the set is, and stays, in a state that `allows` it. */
async function whileIn(
  setId: string,
  allows: (state: SetState) => boolean,
  work: (trx: Kysely<Tables>) => Promise<void>,
): Promise<void> {
  await inTransaction(await dashboardDatabase(), async (trx) => {
    const rows = trx.selectFrom('change_sets').select('id').where('id', '=', setId)
    if (!(await forUpdate(trx, rows).executeTakeFirst())) {
      throw new AppError('not_found', 'There is no such change set.')
    }
    const state = await stateOf(trx, setId)
    if (!allows(state)) throw new AppError('conflict', refusals[state])
    await work(trx)
  })
}

const refusals: Record<SetState, string> = {
  draft: 'This change set is not being applied.',
  planned: 'This change set is not being applied.',
  applying: 'This change set is being applied already.',
  stopping: 'This change set is stopping after the change in hand.',
  stopped:
    'This change set was begun already, so it stays as it is. Go on with it, or undo what was applied.',
  applied: 'This change set was applied already.',
  partly: 'This change set was applied already; some of its changes failed.',
  discarded: 'This change set was discarded.',
}

/** The state that the set is in at this moment. */
export async function stateOf(db: Kysely<Tables>, setId: string): Promise<SetState> {
  const events = await db
    .selectFrom('change_set_events')
    .select('kind')
    .where('set_id', '=', setId)
    .where('step', 'is', null)
    .orderBy('id', 'desc')
    .execute()
  return events.map(({ kind }) => kind).find(isSetEvent) ?? 'draft'
}

/** The ids of the sets that the queue is to work on. */
export async function runningSets(db: Kysely<Tables>): Promise<string[]> {
  const last = db
    .selectFrom('change_set_events')
    .select(({ fn }) => fn.max('id').as('id'))
    .where('step', 'is', null)
    .where('kind', '!=', 'reason')
    .groupBy('set_id')
  const rows = await db
    .selectFrom('change_set_events')
    .select('set_id')
    .where('id', 'in', last)
    .where('kind', 'in', ['applying', 'stopping'])
    .orderBy('id')
    .execute()
  return rows.map(({ set_id }) => set_id)
}

const rowsAtOnce = 500

async function insertSteps(
  trx: Kysely<Tables>,
  setId: string,
  { email }: Admin,
  steps: { change: Change | null; slot?: string; undoes?: number }[],
): Promise<void> {
  const at = now()
  const rows = steps.map(({ change, slot, undoes }) => ({
    set_id: setId,
    slot: slot ?? (change ? slotOf(change) : ''),
    at,
    author: email,
    change: change && JSON.stringify(change),
    undoes: undoes ?? null,
  }))
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await trx
      .insertInto('change_set_steps')
      .values(rows.slice(from, from + rowsAtOnce))
      .execute()
  }
}

const now = () => new Date().toISOString()
