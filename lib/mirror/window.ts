import type { LogEntry } from './log-entry.ts'

/** Auth0's log is ordered eventually: what came within this of the latest entry is read again. */
const overlapMs = 5_000
/** A log that grows by more than a hundred entries a second is read again for less long. */
const longestOverlap = 500

/**
 * From where on the log is read next, after a look that returned `entries` (in the log's order, among them those seen
 * before): the last entry that nothing is expected before any more, and the seen ones behind it. Only the tenant's
 * own times are compared with each other. `settled` when nothing new has come for so long that all of them are.
 */
export function nextWindow(entries: LogEntry[], settled: boolean): { cursor?: LogEntry; seen: LogEntry[] } {
  if (settled) return { cursor: entries.at(-1), seen: [] }
  const latest = Math.max(...entries.map(({ date }) => Date.parse(date)))
  const firstRecent = entries.findIndex(({ date }) => Date.parse(date) > latest - overlapMs)
  const start = Math.max(firstRecent < 0 ? entries.length : firstRecent, entries.length - longestOverlap)
  return { cursor: entries[start - 1], seen: entries.slice(start) }
}
