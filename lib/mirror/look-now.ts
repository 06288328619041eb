import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { dashboardDatabase } from '../dashboard-database/database'
import { AppError } from '../errors'
import { beginSynchronization } from './due'
import { readState, updateState, withState } from './state'
import type { MirrorState } from './tables'

const patienceMs = 15_000
const everyMs = 50

/**
 * Resolves when whichever process follows the tenant has looked at it after this was called. An AppError when the
 * tenant can't be reached, or when that takes long.
 */
export async function lookNow(): Promise<void> {
  const db = await dashboardDatabase()
  const before = await readState(db)
  await withState(db, (trx, state) => updateState(trx, { looks_wanted: state.looks + 2 }))
  if (before?.log_unusable && before.building === null) {
    await withState(db, (trx, state) => beginSynchronization(trx, state, 'An admin asked for it.'))
  }
  for (
    const givesUpAt = performance.now() + patienceMs;
    performance.now() < givesUpAt;
    await pause(everyMs)
  ) {
    const state = await readState(db)
    if (before && state && hasLooked(before, state)) return
    if (state?.unreachable_since) throw new AppError('unavailable', state.unreachable_because ?? '')
  }
  throw new AppError('unavailable', 'The tenant has not been read again within 15 s. Try again in a moment.')
}

/** A look that was underway already may have missed what happened just before, so one more counts. */
function hasLooked(before: MirrorState, now: MirrorState) {
  if (now.unreachable_since) return false
  return before.log_unusable ? now.synchronized_at !== before.synchronized_at : now.looks >= before.looks + 2
}
