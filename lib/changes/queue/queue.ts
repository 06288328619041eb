import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { dashboardDatabase } from '../../dashboard-database/database'
import { runningSets } from '../set-store'
import { runSet } from './run-set'

const looksEvery = 300
const afterAFailure = 5000

/** Applies the sets that are to be applied, one beside another, for as long as the process lives. */
export async function applyChangeSets(): Promise<never> {
  const inHand = new Set<string>()
  for (;;) {
    const waiting = await dashboardDatabase()
      .then(runningSets)
      .catch(() => pause(afterAFailure, []))
    for (const setId of waiting.filter((id) => !inHand.has(id))) {
      inHand.add(setId)
      // What breaks here is tried again: the set stays as it is in the database.
      void runSet(setId)
        .catch(() => pause(afterAFailure))
        .finally(() => inHand.delete(setId))
    }
    await pause(looksEvery)
  }
}
