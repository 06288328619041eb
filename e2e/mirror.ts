import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { environment } from './environment'

type State = { looks: number; building: number | null; unreachable_since: string | null }

let isBehind = false

/** Says that the tenant was changed behind the dashboard's back. */
export function noteSeeded() {
  isBehind = true
}

/** Resolves when the dashboard knows of everything that was seeded, or can't reach the tenant. */
export async function untilMirrored(): Promise<void> {
  if (!isBehind) return
  isBehind = false
  const database = new DatabaseSync(environment.dashboardDatabase, { readOnly: true, timeout: 5000 })
  try {
    const read = database.prepare('select looks, building, unreachable_since from mirror_state')
    const now = () => read.get() as State | undefined
    // A look that is underway may have missed what was seeded last.
    const enough = (now()?.looks ?? 0) + 2
    for (let state = now(); !isUpToDate(state, enough); state = now()) await pause(20)
  } finally {
    database.close()
  }
}

const isUpToDate = (state: State | undefined, looks: number) =>
  state !== undefined &&
  (state.unreachable_since !== null || (state.looks >= looks && state.building === null))
