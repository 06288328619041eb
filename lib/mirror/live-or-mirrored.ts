import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { dashboardDatabase } from '../dashboard-database/database'
import { AppError } from '../errors'
import { readState } from './state'
import { type MirrorStatus, statusOf } from './status'

/** How long a page waits for a tenant that did not answer the last time. */
const patienceMs = 1_000

/** One object, and as of when it is; the status is empty when it is as the tenant holds it now. */
export type Reading<Value> = { value: Value; status: MirrorStatus }

/**
 * What the tenant holds now, or, when it can't be reached, what it held when it was last read. Throws what `live`
 * threw when that is not known either, or when the tenant refused.
 */
export async function liveOrMirrored<Value>(
  live: () => Promise<Value>,
  mirrored: () => Promise<Value | undefined>,
): Promise<Reading<Value>> {
  const { unreachable, asOf } = statusOf(await readState(await dashboardDatabase()))
  try {
    return { value: await (unreachable ? soon(live(), unreachable.because) : live()), status: {} }
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'unavailable')) throw error
    const value = await mirrored()
    if (value === undefined) throw error
    const since = unreachable?.since ?? new Date().toISOString()
    return { value, status: { ...(asOf && { asOf }), unreachable: { since, because: error.message } } }
  }
}

async function soon<Value>(answer: Promise<Value>, because: string): Promise<Value> {
  const answered = new AbortController()
  const patience = pause(patienceMs, undefined, { signal: answered.signal })
    .catch(() => undefined)
    .then(() => Promise.reject(new AppError('unavailable', because)))
  return Promise.race([answer, patience]).finally(() => answered.abort())
}
