import type { IncomingMessage, ServerResponse } from 'node:http'
import { clientAddress } from './client-address.ts'
import type { Presented } from './client-credentials/presented.ts'
import { Refusal } from './refusal.ts'
import { Throttle } from './throttle.ts'

// No client has a longer id, and what a caller makes up must not fill the memory.
const longestKey = 128

/**
 * Slows down whoever guesses a client's secret, and nobody else: it counts per client and network address. Signed
 * assertions are beyond guessing and don't count.
 */
export type ClientThrottle = {
  /** Throws a Refusal (429) when there were ten failures within the last minute. */
  check(request: IncomingMessage, proof: Presented): void
  fail(request: IncomingMessage, proof: Presented): void
  /** `check`, and `fail` when the answer turns out to be a 401. */
  guard(request: IncomingMessage, response: ServerResponse, proof: Presented): void
}

export function clientThrottle(issuer: string): ClientThrottle {
  const throttle = new Throttle({ limit: 10, windowMs: 60_000, capacity: 10_000 })
  const key = (request: IncomingMessage, { clientId }: Presented) =>
    `${clientAddress(request, issuer)} ${clientId}`.slice(0, longestKey)

  const check: ClientThrottle['check'] = (request, proof) => {
    if (proof.assertion) return
    const seconds = Math.ceil(throttle.wait(key(request, proof)) / 1000)
    if (seconds > 0) throw tooManyAttempts(seconds)
  }
  const fail: ClientThrottle['fail'] = (request, proof) => {
    if (!proof.assertion) throttle.take(key(request, proof))
  }
  return {
    check,
    fail,
    guard(request, response, proof) {
      check(request, proof)
      response.once('finish', () => {
        if (response.statusCode === 401) fail(request, proof)
      })
    },
  }
}

const tooManyAttempts = (seconds: number) =>
  new Refusal({
    status: 429,
    error: 'too_many_attempts',
    description: `Too many failed attempts to authenticate as this client from this address. Try again in ${seconds} seconds.`,
    headers: { 'Retry-After': String(seconds) },
  })
