import autocannon from 'autocannon'
import { cpuSeconds } from './cpu-time.ts'

type Form = Record<string, string>
/** What is posted to the token endpoint of an issuer, a process: one form after the other, over and over. */
export type Target = { url: string; pid: number; forms: Form[] }
/** `cpuMs` is what the issuer's processes had of any core for an answer: the same on a quiet machine and a busy one. */
export type Load = { perSecond: number; p50: number; p99: number; cpuMs: number }

// Enough to keep two processes busy; more would measure the queue.
const connections = 10

/** Posts forms as fast as the target answers, for some seconds. Rejects when a request fails. */
export async function load({ url, pid, forms }: Target, seconds: number): Promise<Load> {
  const before = cpuSeconds(pid)
  const { requests, latency, non2xx, errors } = await autocannon({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    requests: forms.map((form) => ({ body: new URLSearchParams(form).toString() })),
    connections,
    duration: seconds,
  })
  if (non2xx + errors > 0) throw new Error(`${url} refused ${non2xx + errors} requests`)
  const cpuMs = ((cpuSeconds(pid) - before) * 1000) / requests.total
  return { perSecond: requests.average, p50: latency.p50, p99: latency.p99, cpuMs }
}

/**
 * Loads all targets in turns, `rounds` times, so that whatever else the machine does meets all of them alike.
 * Resolves with each target's medians, in the order of the targets.
 */
export async function compare(targets: Target[], rounds: number, seconds: number): Promise<Load[]> {
  for (const target of targets) await load(target, 2) // until the code is hot
  const results: Load[][] = targets.map(() => [])
  for (let round = 0; round < rounds; round++) {
    for (const [index, target] of targets.entries()) results[index]?.push(await load(target, seconds))
  }
  return results.map((loads) => ({
    perSecond: median(loads.map(({ perSecond }) => perSecond)),
    p50: median(loads.map(({ p50 }) => p50)),
    p99: median(loads.map(({ p99 }) => p99)),
    cpuMs: median(loads.map(({ cpuMs }) => cpuMs)),
  }))
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
