import autocannon from 'autocannon'

type Form = Record<string, string>
/** What is posted to an issuer's token endpoint: one form after the other, over and over. */
export type Target = { url: string; forms: Form[] }
export type Load = { perSecond: number; p50: number; p99: number }

// Enough to keep two processes busy; more would measure the queue.
const connections = 10

/** Posts forms as fast as the target answers, for some seconds. Rejects when a request fails. */
export async function load({ url, forms }: Target, seconds: number): Promise<Load> {
  const { requests, latency, non2xx, errors } = await autocannon({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    requests: forms.map((form) => ({ body: new URLSearchParams(form).toString() })),
    connections,
    duration: seconds,
  })
  if (non2xx + errors > 0) throw new Error(`${url} refused ${non2xx + errors} requests`)
  return { perSecond: requests.average, p50: latency.p50, p99: latency.p99 }
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
  }))
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
