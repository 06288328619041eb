import { log } from './log.ts'
import type { NewLog, Storage } from './storage/storage.ts'

/** The tenant's log of events, which the Management API shows at `/logs`. */
export type EventLog = {
  /**
   * Notes an event that need not outlive a power cut. Returns at once; events are written in their order, together,
   * within `batchMs`. While the storage fails they wait and are tried again; more than `mostChars` of them are not
   * kept: what comes then is dropped, and the number is logged.
   */
  note(entry: NewLog): void
  /** Writes what was noted, or logs how many events the storage would not take. What is noted later is dropped. */
  close(): Promise<void>
}

const batchMs = 250
const entriesPerBatch = 1000
const longestRetryMs = 10_000
/** About 64 MB of memory. */
const mostChars = 16 * 1024 * 1024

export function openEventLog({ logs }: Pick<Storage, 'logs'>): EventLog {
  const waiting: NewLog[] = []
  let chars = 0
  let dropped = 0
  let failures = 0
  let isClosed = false
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> | undefined

  function schedule() {
    if (isClosed || timer || writing || !waiting.length) return
    timer = setTimeout(
      () => {
        timer = undefined
        writing = write().finally(() => {
          writing = undefined
          schedule()
        })
      },
      Math.min(batchMs * 2 ** failures, longestRetryMs),
    )
  }

  /** Until nothing waits or the storage fails: one batch after the other, so that ids follow the order of events. */
  async function write() {
    tellDropped()
    while (waiting.length) {
      const batch = waiting.slice(0, entriesPerBatch)
      try {
        await logs.append(batch)
      } catch (error) {
        failures += 1
        log.error({ err: error, waiting: waiting.length }, 'events could not be written')
        return
      }
      failures = 0
      waiting.splice(0, batch.length)
      for (const entry of batch) chars -= sizeOf(entry)
    }
  }

  function tellDropped() {
    if (dropped) log.error({ events: dropped }, 'events were dropped')
    dropped = 0
  }

  return {
    note(entry) {
      const size = sizeOf(entry)
      if (isClosed || chars + size > mostChars) dropped += 1
      else {
        waiting.push(entry)
        chars += size
      }
      schedule()
    },
    async close() {
      isClosed = true
      clearTimeout(timer)
      await writing
      await write()
      dropped += waiting.length
      tellDropped()
    },
  }
}

/** Roughly the characters that a value takes, whoever chose them. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length + 16
  if (typeof value !== 'object' || value === null) return 16
  let size = 64
  for (const content of Object.values(value)) size += sizeOf(content)
  return size
}
