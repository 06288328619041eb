import 'server-only'
import type { Selectable } from 'kysely'
import { dashboardDatabase } from '../dashboard-database/database'
import { type ChangeSet, closingEvents, isSetEvent, type Origin, type Step } from './change-set'
import type { ChangeTables } from './tables'

type EventRow = Selectable<ChangeTables['change_set_events']>
type StepRow = Selectable<ChangeTables['change_set_steps']>

/** The set as it stands now; undefined when there is none with this id. */
export async function readSet(setId: string): Promise<ChangeSet | undefined> {
  const db = await dashboardDatabase()
  const row = await db.selectFrom('change_sets').selectAll().where('id', '=', setId).executeTakeFirst()
  if (!row) return undefined
  const [steps, events] = await Promise.all([
    db.selectFrom('change_set_steps').selectAll().where('set_id', '=', setId).orderBy('id').execute(),
    db.selectFrom('change_set_events').selectAll().where('set_id', '=', setId).orderBy('id').execute(),
  ])
  if (row.origin === 'console' || row.origin === 'elsewhere') return madeAtOnce(row)
  // A step that was applied does not make the set so.
  const ofSet = events.filter(({ step }) => step === null)
  const state = ofSet.findLast(({ kind }) => isSetEvent(kind))
  return {
    id: row.id,
    at: row.at,
    author: row.author,
    origin: row.origin,
    undoes: row.undoes,
    reason: ofSet.findLast(({ kind }) => kind === 'reason')?.said ?? row.reason,
    state: state && isSetEvent(state.kind) ? state.kind : 'draft',
    stateAt: state?.at ?? row.at,
    stateBy: state ? state.author : row.author,
    appliedBy: ofSet.findLast(({ kind }) => kind === 'applying')?.author ?? null,
    said: state?.said ?? null,
    steps: toSteps(steps, events),
    until: events.at(-1)?.id ?? 0,
  }
}

/** Changes that were made without a plan, as a set that came to its end. */
async function madeAtOnce(row: Selectable<ChangeTables['change_sets']>): Promise<ChangeSet> {
  const db = await dashboardDatabase()
  const made = await db.selectFrom('changes').selectAll().where('set_id', '=', row.id).orderBy('id').execute()
  const { id, at, author, origin, undoes, reason } = row
  const state = made.some(({ state }) => state === 'failed') ? 'partly' : 'applied'
  return {
    ...{ id, at, author, origin, undoes, reason, state },
    stateAt: made.at(-1)?.at ?? at,
    stateBy: null,
    appliedBy: author,
    said: null,
    steps: made.map(({ id, change, at, author, state, reason, undoes }) => ({
      ...{ id, slot: String(id), at, author, undoes, state, said: reason, stateAt: at, took: null },
      change: JSON.parse(change),
    })),
    until: 0,
  }
}

/** The set an admin is still putting together at this place; undefined when there is none. */
export async function findDraft(author: string, origin: Origin): Promise<string | undefined> {
  const db = await dashboardDatabase()
  const draft = await db
    .selectFrom('change_sets')
    .select('id')
    .where('author', '=', author)
    .where('origin', '=', origin)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('change_set_events')
            .select('change_set_events.id')
            .whereRef('change_set_events.set_id', '=', 'change_sets.id')
            .where('kind', 'in', closingEvents),
        ),
      ),
    )
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return draft?.id
}

/** How many changes a set has, without reading them. */
export async function countSteps(setId: string): Promise<number> {
  const db = await dashboardDatabase()
  const latest = db
    .selectFrom('change_set_steps')
    .select(({ fn }) => fn.max('id').as('id'))
    .where('set_id', '=', setId)
    .groupBy('slot')
  const { count } = await db
    .selectFrom('change_set_steps')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('id', 'in', latest)
    .where('change', 'is not', null)
    .executeTakeFirstOrThrow()
  return count
}

/** Each slot where it first stood, with the change that was put into it last. */
function toSteps(rows: StepRow[], events: EventRow[]): Step[] {
  const slots = new Map<string, StepRow>()
  for (const row of rows) slots.set(row.slot, row)
  const byStep = Map.groupBy(events, ({ step }) => step)
  return [...slots.values()].flatMap(({ change, ...row }) => {
    if (change === null) return []
    const past = byStep.get(row.id) ?? []
    const last = past.at(-1)
    return {
      id: row.id,
      slot: row.slot,
      change: JSON.parse(change),
      at: row.at,
      author: row.author,
      undoes: row.undoes,
      state: (last?.kind ?? 'planned') as Step['state'],
      said: last?.said ?? null,
      stateAt: last?.at ?? null,
      took: timeTaken(past),
    }
  })
}

function timeTaken(past: EventRow[]) {
  const begun = past.findLast(({ kind }) => kind === 'begun')
  const applied = past.findLast(({ kind }) => kind === 'applied')
  return begun && applied ? Date.parse(applied.at) - Date.parse(begun.at) : null
}
