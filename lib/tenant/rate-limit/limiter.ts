import type { CounterStore } from '../storage/storage.ts'
import type { Limit } from './rate-limits.ts'

/** What a request is told of the limit that is nearest: what is left of it, and when (Unix seconds) it begins anew. */
export type Allowance = { isAllowed: boolean; limit: number; remaining: number; reset: number }

/** Counts requests of one kind, together with all processes of the tenant. Nothing to tell without a limit. */
export function limiter(counters: CounterStore, kind: string, limits: Limit[]) {
  return async (): Promise<Allowance | undefined> => {
    const now = Math.floor(Date.now() / 1000)
    let nearest: Allowance | undefined
    for (const { requests: limit, seconds } of limits) {
      const reset = now - (now % seconds) + seconds
      const { used, taken } = await counters.take(`${kind} ${seconds}s`, { limit, endsAt: reset })
      const allowance = { isAllowed: taken, limit, remaining: limit - used, reset }
      if (!taken) return allowance
      if (!nearest || allowance.remaining < nearest.remaining) nearest = allowance
    }
    return nearest
  }
}

/** An allowance as Auth0 writes it into every answer; `Retry-After` when there is nothing left. */
export function rateLimitHeaders({ isAllowed, limit, remaining, reset }: Allowance): Record<string, string> {
  const wait = Math.max(1, reset - Math.floor(Date.now() / 1000))
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(reset),
    ...(!isAllowed && { 'retry-after': String(wait) }),
  }
}
