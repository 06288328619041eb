import type { Allowance } from '../management/traffic.ts'

/** The part of the tenant's rate limit that the mirror takes at most, and what of it while a person waits. */
const [share, courteousShare] = [1 / 5, 1 / 25]
/** What is left to others when the tenant is close to its limit, as a part of it. */
const reserve = 1 / 4
/** Between two calls to a tenant that says nothing of a limit. */
const unlimitedPauseMs = 20

/** What the mirror has called lately, as far as the next call depends on it. */
export type Spent = { reset: string; calls: number; lastAt: number }

/**
 * Milliseconds until the mirror may call the tenant again: it takes at most a fifth of each window of the limit, a
 * twenty-fifth while `someoneWaits`, and nothing when little is left of it. A fifth of a small limit is one call in
 * several windows.
 */
export function pauseBeforeCall(
  allowance: Allowance | undefined,
  spent: Spent,
  someoneWaits: boolean,
  now: number,
): number {
  const sinceLast = now - spent.lastAt
  if (!allowance) return Math.max(0, unlimitedPauseMs - sinceLast)

  const { limit, remaining, resetsInMs, reset, heardAt } = allowance
  const untilReset = Math.max(0, resetsInMs - (now - heardAt))
  if (untilReset > 0 && remaining <= limit * reserve) return untilReset

  const allowed = limit * (someoneWaits ? courteousShare : share)
  if (allowed < 1) return Math.max(0, resetsInMs / allowed - sinceLast)
  const isUsedUp = spent.reset === reset && spent.calls + 1 > allowed
  return isUsedUp ? untilReset : 0
}
