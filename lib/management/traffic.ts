/** What the tenant said of its rate limit in its latest answer, and when, by this process's own uninterrupted clock. */
export type Allowance = {
  limit: number
  remaining: number
  resetsInMs: number
  reset: string
  heardAt: number
}

/** `underway` are those that a person waits for. */
type Traffic = { underway: number; allowance?: Allowance }

/*
 * Pages and background work may each have a copy of this module in one process of Next, and share one budget: so it
 * is kept where both look.
 */
const shared = globalThis as { [key: symbol]: Traffic | undefined }
const key = Symbol.for('grantboard.management-traffic')

/** The calls of this process to the Management API. */
export function traffic(): Traffic {
  shared[key] ??= { underway: 0 }
  return shared[key]
}

/** Keeps what an answer says about the limit; the clock of the tenant is only compared with itself. */
export function hearAllowance(headers: Headers) {
  const limit = Number(headers.get('x-ratelimit-limit'))
  const reset = headers.get('x-ratelimit-reset') ?? ''
  if (!(limit > 0)) {
    traffic().allowance = undefined
    return
  }
  const now = Date.parse(headers.get('date') ?? '')
  traffic().allowance = {
    limit,
    remaining: Number(headers.get('x-ratelimit-remaining')),
    resetsInMs: Math.max(1000, Number(reset) * 1000 - now || 0),
    reset,
    heardAt: performance.now(),
  }
}

/** Counts a call that a person waits for (`counts`) while it lasts, what it waits for the limit included. */
export async function underway<T>(counts: boolean, call: () => Promise<T>): Promise<T> {
  if (!counts) return call()
  traffic().underway++
  try {
    return await call()
  } finally {
    traffic().underway--
  }
}
