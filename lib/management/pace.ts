import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { untilNextCall } from './rate-limit'

/**
 * The tenant's limit as far as it is known: so many calls until `endsAt`, of which we took some and others, by what
 * the tenant said is left, at least some.
 */
type Window = { limit: number; endsAt: number; taken: number; others: number; isGuessed?: boolean }

const paced = new AsyncLocalStorage<true>()
const looksAgainAfter = 50

let window: Window | undefined

/** Does `work` with every call of the Management API within waiting for its turn, so that none is one too many. */
export const inTurn = <T>(work: () => Promise<T>): Promise<T> => paced.run(true, work)

/** Whether the calls made here wait for their turn. */
export const takesTurns = () => paced.getStore() === true

/** Resolves as soon as the tenant takes another call. */
export async function turn(): Promise<void> {
  for (let wait = take(Date.now()); wait > 0; wait = take(Date.now())) {
    await pause(Math.min(wait, looksAgainAfter))
  }
}

/** How many calls a second the tenant takes, as far as it said so last; undefined when it tells no limit. */
export function callsPerSecond(now = Date.now()): number | undefined {
  if (!window || window.isGuessed) return window?.limit
  return window.endsAt - now > 2000 ? window.limit / 60 : window.limit
}

/**
 * Learns from an answer what is left: the X-RateLimit headers that Auth0 sends with every one.
 * https://auth0.com/docs/troubleshoot/customer-support/operational-policies/rate-limit-policy
 */
export function noteAllowance(headers: Headers, now = Date.now()): void {
  const limit = Number(headers.get('x-ratelimit-limit'))
  const endsAt = Number(headers.get('x-ratelimit-reset')) * 1000
  if (!limit || !endsAt) {
    window = undefined
    return
  }
  if (endsAt <= now) return // an answer that took longer than its window
  const isKnown = window && (window.isGuessed || window.endsAt === endsAt)
  const taken = window && isKnown ? window.taken : 1
  const left = Number(headers.get('x-ratelimit-remaining'))
  window = { limit, endsAt, taken, others: Math.max(0, limit - left - taken) }
}

/** Learns from a 429 that nothing is left, and until when. */
export function noteRefusal(headers: Headers, now = Date.now()): void {
  const reset = Number(headers.get('x-ratelimit-reset')) * 1000
  const endsAt = reset > now ? reset : now + (untilNextCall(headers, now) ?? 1000)
  const limit = window?.limit ?? 1
  window = { limit, endsAt, taken: limit, others: 0 }
}

/** Takes one of the calls that are left and returns 0, or returns the milliseconds until there are some. */
function take(now: number): number {
  if (!window) return 0
  if (now >= window.endsAt) window = { ...window, endsAt: now + 1000, taken: 0, others: 0, isGuessed: true }
  if (window.taken + window.others >= window.limit) return window.endsAt - now
  window.taken++
  return 0
}
