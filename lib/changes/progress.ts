import 'server-only'
import { dashboardDatabase } from '../dashboard-database/database'
import { isSetEvent, type SetState, type StepState } from './change-set'

/** What happened to the steps of a set since an event, and where the set stands. */
export type Progress = {
  state: SetState
  /** The last event; the next call asks from here on. */
  until: number
  steps: { id: number; state: StepState; at: string; said: string | null }[]
}

/** Everything that happened to a set after the event `since`; null when nothing ever did. */
export async function readProgress(setId: string, since: number): Promise<Progress | null> {
  const db = await dashboardDatabase()
  const [events, ofSet] = await Promise.all([
    db
      .selectFrom('change_set_events')
      .select(['id', 'step', 'kind', 'at', 'said'])
      .where('set_id', '=', setId)
      .where('id', '>', since)
      .orderBy('id')
      .execute(),
    db
      .selectFrom('change_set_events')
      .select('kind')
      .where('set_id', '=', setId)
      .where('step', 'is', null)
      .orderBy('id', 'desc')
      .execute(),
  ])
  const state = ofSet.map(({ kind }) => kind).find(isSetEvent)
  if (!state) return null
  const steps = events.flatMap(({ step, kind, at, said }) =>
    step === null ? [] : { id: step, state: kind as StepState, at, said },
  )
  return { state, until: events.at(-1)?.id ?? since, steps }
}
