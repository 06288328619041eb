import 'server-only'
import { dashboardDatabase } from '../dashboard-database/database'
import { isSetEvent, type Origin, type SetState } from './change-set'

/**
 * Sets that are not at their end: being put together, to be reviewed, running, or stopped. Newest first; one from which
 * everything was taken out again is none.
 */
export async function readOpenSets(): Promise<OpenSet[]> {
  const db = await dashboardDatabase()
  const latest = db
    .selectFrom('change_set_steps')
    .select(({ fn }) => fn.max('id').as('id'))
    .groupBy(['set_id', 'slot'])
  const rows = await db
    .selectFrom('change_sets')
    .innerJoin(
      db
        .selectFrom('change_set_steps')
        .select(({ fn }) => ['set_id', fn.countAll<number>().as('steps'), fn.max('at').as('at')])
        .where('id', 'in', latest)
        .where('change', 'is not', null)
        .groupBy('set_id')
        .as('planned'),
      'planned.set_id',
      'change_sets.id',
    )
    .leftJoin(
      db
        .selectFrom('change_set_events')
        .select(({ fn }) => ['set_id', fn.max('id').as('last')])
        .where('step', 'is', null)
        .where('kind', '!=', 'reason')
        .groupBy('set_id')
        .as('newest'),
      'newest.set_id',
      'change_sets.id',
    )
    .leftJoin('change_set_events as event', 'event.id', 'newest.last')
    .select(['change_sets.id', 'change_sets.author', 'change_sets.origin', 'planned.at', 'planned.steps'])
    .select('event.kind')
    .where(({ eb, or }) => or([eb('event.kind', 'is', null), eb('event.kind', 'in', unfinished)]))
    .orderBy('planned.at', 'desc')
    .limit(mostOpen)
    .execute()
  return rows.map(({ kind, ...row }) => ({
    ...row,
    state: kind && isSetEvent(kind) ? kind : 'draft',
  }))
}

const unfinished = ['planned', 'applying', 'stopping', 'stopped'] as const
const mostOpen = 20

export type OpenSet = {
  id: string
  author: string
  origin: Origin
  at: string
  steps: number
  state: SetState
}
