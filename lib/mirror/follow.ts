import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Tables } from '../dashboard-database/tables.ts'
import { AppError } from '../errors'
import { beginMirror } from './begin'
import { readNewestEntry } from './calls'
import { isLogAhead } from './comparison.ts'
import { beginSynchronization } from './due.ts'
import { beginLog, isLogRefused, type LookMemory, look } from './look'
import { purgeSome } from './purge.ts'
import { readState, updateState, withState } from './state.ts'
import { synchronizeStep } from './synchronize'
import type { MirrorState } from './tables.ts'

/** Nothing comes late into a log that was silent for so long. */
const settledAfterMs = 10_000
/** How long a log may be silent before it is looked at whether it is still the same. */
const doubtfulAfterMs = 20_000
/** How soon it is noticed that somebody wants a look now. */
const listensEveryMs = 200
/** How long at most until the tenant is tried again. */
const longestPauseMs = 10_000
/** A tenant whose log tells all is read in full once a day, to be sure; one whose log doesn't, often. */
const fullEveryMs = { log: 24 * 3_600_000, noLog: 5 * 60_000 }

export type Following = { db: Kysely<Tables>; tenant: string; intervalMs: number; signal: AbortSignal }

/**
 * Keeps the mirror at what the tenant holds until `signal` aborts: looks at its log every `intervalMs`, and reads it
 * in full where the log can't tell. What goes wrong is in the state for all to see, and tried again. Only one process
 * may do this at a time.
 */
export async function follow({ db, tenant, intervalMs, signal }: Following): Promise<void> {
  const memory = { failures: 0, wasAway: true, freshAt: performance.now(), surelyAt: performance.now() }
  while (!signal.aborted) {
    const wait = await round().catch((error: unknown) => failed(error))
    await rest(wait)
  }

  /** Until it is time for the next look, or somebody wants one now. */
  async function rest(milliseconds: number) {
    const until = performance.now() + milliseconds
    for (let left = milliseconds; left > 0 && !signal.aborted; left = until - performance.now()) {
      await pause(Math.min(left, listensEveryMs), undefined, { signal }).catch(() => undefined)
      const state = left > listensEveryMs ? await readState(db).catch(() => undefined) : undefined
      if (state && state.looks_wanted > state.looks) return
    }
  }

  async function round(): Promise<number> {
    const state = await beginMirror(db, tenant, signal)
    if (!state) return intervalMs
    const nextLookAt = performance.now() + intervalMs
    const hasMore = await lookAt(state)
    memory.failures = 0
    if (hasMore) return 0
    // At least a step, also of a tenant that takes its time over each look.
    do if (!(await workOn())) break
    while (performance.now() < nextLookAt && !signal.aborted)
    return Math.max(0, nextLookAt - performance.now())
  }

  async function lookAt(state: MirrorState): Promise<boolean> {
    if (state.log_unusable !== null && state.log_cursor === null) return false
    const silentMs = performance.now() - memory.freshAt
    const hints: LookMemory = {
      settled: silentMs > settledAfterMs,
      doubt: memory.wasAway
        ? 'away'
        : performance.now() - memory.surelyAt > doubtfulAfterMs
          ? 'silent'
          : null,
    }
    try {
      const { fresh, hasMore } = await look(db, state, hints, signal)
      if (fresh > 0) memory.freshAt = performance.now()
      if (fresh > 0 || hints.doubt) memory.surelyAt = performance.now()
      memory.wasAway = false
      return hasMore
    } catch (error) {
      if (!isLogRefused(error)) throw error
      const log_unusable = error instanceof Error ? error.message : null
      await withState(db, (trx) => updateState(trx, { log_unusable, log_cursor: null }))
      return false
    }
  }

  /** A step of what takes longer than a look; false when there is nothing to do. */
  async function workOn(): Promise<boolean> {
    const state = await beginMirror(db, tenant, signal)
    if (!state) return false
    if (state.building !== null) {
      if (state.building_step === 'compare' && !isLogAhead(state)) return false
      await step(state)
      return true
    }
    if (await purgeSome(db, state)) return true
    if (!isFullDue(state)) return false
    await beginAnew(state)
    return true
  }

  async function step(state: MirrorState) {
    try {
      await synchronizeStep(db, state, signal)
      if (state.unreachable_since) await withState(db, (trx) => updateState(trx, reachable))
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'invalid')) throw error
      // A checkpoint is good for a day only.
      await withState(db, (trx, now) =>
        beginSynchronization(trx, now, 'The tenant no longer knew where to go on.'),
      )
    }
  }

  async function beginAnew(state: MirrorState) {
    const newest = state.log_unusable === null ? null : await readNewestEntry(signal).catch(refusedAsNull)
    await withState(db, async (trx, now) => {
      if (newest !== null) await beginLog(trx, newest, 'The tenant’s log could not be read before.')
      await beginSynchronization(trx, now, 'It is time to look at everything.')
    })
  }

  async function failed(error: unknown): Promise<number> {
    if (signal.aborted) return 0
    memory.failures++
    memory.wasAway = true
    if (!(error instanceof AppError)) process.emitWarning(error instanceof Error ? error : String(error))
    if (!(error instanceof AppError && error.code === 'rate_limited')) await noteUnreachable(error)
    return Math.min(longestPauseMs, intervalMs * 2 ** (memory.failures - 1))
  }

  async function noteUnreachable(error: unknown) {
    const because =
      error instanceof AppError ? error.message : 'Grantboard could not keep what the tenant answered.'
    await withState(db, (trx, { unreachable_since }) =>
      updateState(trx, {
        unreachable_since: unreachable_since ?? new Date().toISOString(),
        unreachable_because: because,
      }),
    ).catch(() => undefined)
  }
}

const reachable = { unreachable_since: null, unreachable_because: null }

function refusedAsNull(error: unknown) {
  if (isLogRefused(error)) return null
  throw error
}

function isFullDue({ synchronized_at, log_unusable }: MirrorState) {
  const every = log_unusable === null ? fullEveryMs.log : fullEveryMs.noLog
  return synchronized_at === null || Date.now() - Date.parse(synchronized_at) > every
}
