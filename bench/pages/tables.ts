import type { PageCost } from './loads.ts'
import type { BenchPage } from './paths.ts'

export type Measured = { page: BenchPage; small: PageCost; large: PageCost }

/** What a page may be, in a browser on the same machine. */
const goals = { fcpMs: 300, ratio: 1.3, javascriptKb: 180 }

/** Milliseconds, median and 95th percentile, in the small tenant and the large one. */
export const timeRow = ({ page, small, large }: Measured) => {
  const figures = (which: 'ttfb' | 'fcp' | 'rows') => {
    const [few, many] = [small, large].map(({ loads }) => loads.map((load) => load[which]))
    return `${pair(few)} → ${pair(many)}`
  }
  return {
    page: page.name,
    'first byte ms': figures('ttfb'),
    'first paint ms': figures('fcp'),
    'rows ms': figures('rows'),
    'large / small': ratioOf(small, large).toFixed(2),
    missed: missed({ page, small, large }),
  }
}

/** What a page costs the server and the line, in the small tenant and the large one. */
export const costRow = ({ page, small, large }: Measured) => ({
  page: page.name,
  'CPU ms': `${small.cpuMs.toFixed(0)} → ${large.cpuMs.toFixed(0)}`,
  'Management API calls': `${small.calls} → ${large.calls} of ${page.calls}`,
  'JavaScript kB': `${large.javascript.toFixed(0)} of ${goals.javascriptKb}`,
})

function missed({ page, small, large }: Measured): string {
  const complaints = {
    paint: median(large.loads.map(({ fcp }) => fcp)) > goals.fcpMs,
    rows: median(large.loads.map(({ rows }) => rows)) > goals.fcpMs,
    ratio: ratioOf(small, large) > goals.ratio,
    calls: Math.max(small.calls, large.calls) > page.calls,
    JavaScript: large.javascript > goals.javascriptKb,
  }
  return Object.entries(complaints)
    .filter(([, isMissed]) => isMissed)
    .map(([what]) => what)
    .join(', ')
}

const ratioOf = (small: PageCost, large: PageCost) =>
  median(large.loads.map(({ fcp }) => fcp)) / median(small.loads.map(({ fcp }) => fcp))

const pair = (times: number[] = []) => `${median(times).toFixed(0)}/${quantile(times, 0.95).toFixed(0)}`

const median = (times: number[]) => quantile(times, 0.5)

const quantile = (times: number[], part: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN
