import 'server-only'
import { type Kysely, sql } from 'kysely'
import { dashboardDatabase } from '../dashboard-database/database'
import type { Tables } from '../dashboard-database/tables'
import { type ActivityFilter, activityConditions } from './activity-conditions'
import type { RecordedChange } from './change'
import { isSetEvent, type Origin, type SetState } from './change-set'
import { countLogEntries } from './log-entries'
import { changesShown } from './paging'
import { toRecorded } from './records'

/** A set with what came of it, newest first. */
export type ActivitySet = {
  id: string
  /** When the last of its changes was made. */
  at: string
  author: string
  origin: Origin
  reason: string | null
  state: SetState
  applied: number
  failed: number
  undone: number
  /** How many of its calls the tenant's own log has, and the time of the first; undefined while it has none. */
  logged?: { count: number; firstAt: string }
  /** The first of its changes, in the order in which they were made. */
  changes: (RecordedChange & { undone: boolean })[]
}

/** A window of the sets that changed something that the filter names, and how many there are. */
export async function readActivity(filter: ActivityFilter, skip: number, take: number) {
  const db = await dashboardDatabase()
  const matching = db
    .selectFrom('changes')
    .where((eb) => eb.and(activityConditions(db, eb, filter)))
    .groupBy('set_id')
  const [rows, { total }] = await Promise.all([
    matching
      .select(({ fn, ref }) => ['set_id', fn.max(ref('id')).as('last')])
      .orderBy('last', 'desc')
      .offset(skip)
      .limit(take)
      .execute(),
    db
      .selectFrom(matching.select('set_id').as('matching'))
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return {
    sets: await setsWith(
      db,
      rows.map(({ set_id }) => set_id),
    ),
    total,
  }
}

/** How many sets the filter names that were made here, and how many that were seen in the tenant's log. */
export async function countActivity({ where: _, ...filter }: ActivityFilter) {
  const db = await dashboardDatabase()
  const rows = await db
    .selectFrom('changes')
    .innerJoin('change_sets', 'change_sets.id', 'changes.set_id')
    .where(({ selectFrom, eb }) =>
      eb(
        'changes.id',
        'in',
        selectFrom('changes')
          .select('changes.id')
          .where((eb) => eb.and(activityConditions(db, eb, filter))),
      ),
    )
    .select(({ fn }) => ['origin', fn.count<number>('changes.set_id').distinct().as('sets')])
    .groupBy('origin')
    .execute()
  const elsewhere = Number(rows.find(({ origin }) => origin === 'elsewhere')?.sets ?? 0)
  const all = rows.reduce((sum, { sets }) => sum + Number(sets), 0)
  return { here: all - elsewhere, elsewhere }
}

/** Every change that the filter names, the latest first, with the reason of its set. */
export async function readMatchingChanges(filter: ActivityFilter) {
  const db = await dashboardDatabase()
  const rows = await db
    .selectFrom('changes')
    .selectAll('changes')
    .select((eb) =>
      eb
        .selectFrom('change_set_events as event')
        .select('event.said')
        .whereRef('event.set_id', '=', 'changes.set_id')
        .where('event.kind', '=', 'reason')
        .orderBy('event.id', 'desc')
        .limit(1)
        .as('set_reason'),
    )
    .where((eb) => eb.and(activityConditions(db, eb, filter)))
    .orderBy('changes.id', 'desc')
    .execute()
  return rows.map(({ set_reason, ...row }) => ({ ...toRecorded(row), setReason: set_reason }))
}

async function setsWith(db: Kysely<Tables>, ids: string[]): Promise<ActivitySet[]> {
  if (ids.length === 0) return []
  const [sets, counts, changes, events, logged] = await Promise.all([
    db.selectFrom('change_sets').selectAll().where('id', 'in', ids).execute(),
    countsOf(db, ids),
    firstChanges(db, ids),
    db
      .selectFrom('change_set_events')
      .select(['set_id', 'kind', 'said', 'author'])
      .where('set_id', 'in', ids)
      .where('step', 'is', null)
      .orderBy('id')
      .execute(),
    countLogEntries(ids),
  ])
  const [setById, countById] = [
    new Map(sets.map((set) => [set.id, set])),
    new Map(counts.map((count) => [count.set_id, count])),
  ]
  const changesOf = Map.groupBy(changes, ({ setId }) => setId)
  const eventsOf = Map.groupBy(events, ({ set_id }) => set_id)
  return ids.flatMap((id) => {
    const [set, count, past] = [setById.get(id), countById.get(id), eventsOf.get(id) ?? []]
    if (!set || !count) return []
    const last = past.findLast(({ kind }) => isSetEvent(kind))?.kind
    return {
      id,
      at: count.at,
      author: past.findLast(({ kind }) => kind === 'applying')?.author ?? set.author,
      origin: set.origin,
      reason: past.findLast(({ kind }) => kind === 'reason')?.said ?? set.reason,
      state: last && isSetEvent(last) ? last : 'applied',
      applied: Number(count.applied),
      failed: Number(count.failed),
      undone: Number(count.undone),
      logged: logged.get(id),
      changes: changesOf.get(id) ?? [],
    }
  })
}

const isUndone = sql<number>`case when exists (
  select 1 from changes as later where later.undoes = changes.id and later.state = 'applied') then 1 else 0 end`

/** One that was tried again counts once, as what came of it last. */
const isOvertaken = sql<number>`exists (
  select 1 from changes as later
  where later.set_id = changes.set_id and later.step = changes.step and later.id > changes.id)`

const countsOf = (db: Kysely<Tables>, ids: string[]) =>
  db
    .selectFrom('changes')
    .select(({ fn }) => [
      'set_id',
      fn.max('at').as('at'),
      sql<number>`sum(case when state = 'applied' then 1 else 0 end)`.as('applied'),
      sql<number>`sum(case when state = 'failed' and not ${isOvertaken} then 1 else 0 end)`.as('failed'),
      sql<number>`sum(${isUndone})`.as('undone'),
    ])
    .where('set_id', 'in', ids)
    .groupBy('set_id')
    .execute()

async function firstChanges(db: Kysely<Tables>, ids: string[]) {
  const numbered = db
    .selectFrom('changes')
    .selectAll('changes')
    .select([
      sql<number>`row_number() over (partition by set_id order by id)`.as('number'),
      isUndone.as('undone'),
    ])
    .where('set_id', 'in', ids)
    .where(sql<boolean>`not (state = 'failed' and ${isOvertaken})`)
  const rows = await db
    .selectFrom(numbered.as('numbered'))
    .selectAll()
    .where('number', '<=', changesShown)
    .orderBy('id')
    .execute()
  return rows.map(({ number: _, undone, ...row }) => ({ ...toRecorded(row), undone: Number(undone) === 1 }))
}
