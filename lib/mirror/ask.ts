import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { inBackground } from '../management/background'
import { management } from '../management/management'
import { traffic } from '../management/traffic'
import { pauseBeforeCall, type Spent } from './pace.ts'

/** How long the mirror waits at least while people's calls follow one another, and how soon it sees that none does. */
const leastCourtesyMs = 2_000
const courtesyMs = 10

const spent: Spent = { reset: '', calls: 0, lastAt: 0 }

/** One call to the tenant, when it is the mirror's turn and nobody is waiting for another one. Throws as `management`. */
export async function ask<T>(work: Parameters<typeof management<T>>[0], signal: AbortSignal): Promise<T> {
  await untilItsTurn(signal)
  try {
    return await inBackground(() => management(work))
  } finally {
    const reset = traffic().allowance?.reset ?? ''
    spent.calls = spent.reset === reset ? spent.calls + 1 : 1
    spent.reset = reset
    spent.lastAt = performance.now()
  }
}

async function untilItsTurn(signal: AbortSignal) {
  const deadline = performance.now() + leastCourtesyMs
  for (;;) {
    signal.throwIfAborted()
    const { allowance, underway } = traffic()
    const [someoneWaits, now] = [underway > 0, performance.now()]
    const wait = Math.ceil(pauseBeforeCall(allowance, spent, someoneWaits, now))
    if (wait <= 0 && (!someoneWaits || now >= deadline)) return
    await pause(someoneWaits ? courtesyMs : wait, undefined, { signal })
  }
}
