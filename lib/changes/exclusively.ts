import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { dashboardDatabase } from '../dashboard-database/database'
import { giveUpLease, holdLease } from '../dashboard-database/lease'
import { AppError } from '../errors'
import { oneAtATime } from './one-at-a-time'

/** Longer than a read and a write may take; what a killed process held is free after it. */
const leaseMs = 60_000
const patienceMs = 20_000

/**
 * Does `work` while nothing else, in no process of this dashboard, works under the same key. The same `holder` may
 * take up after a crash what it held before. An AppError when another holds the key for long.
 */
export async function exclusively<T>(key: string, holder: string, work: () => Promise<T>): Promise<T> {
  return oneAtATime(key, async () => {
    const db = await dashboardDatabase()
    const name = `change ${key}`
    const givesUpAt = performance.now() + patienceMs
    while (!(await holdLease(db, name, holder, leaseMs))) {
      if (performance.now() > givesUpAt) {
        throw new AppError(
          'conflict',
          'Somebody else is changing the same thing at this moment. Nothing was changed now: try again.',
        )
      }
      await pause(20)
    }
    try {
      return await work()
    } finally {
      await giveUpLease(db, name, holder).catch(() => undefined) // it ends by itself
    }
  })
}
