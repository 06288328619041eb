import { log } from './log.ts'
import type { NewLog, Storage } from './storage/storage.ts'

/** The tenant's log of events, which the Management API shows at `/logs`. */
export type EventLog = {
  /** Notes an event that need not outlive a power cut; written together with others within `batchMs`. */
  note(entry: NewLog): void
  /** Writes what was noted and takes no more. */
  close(): Promise<void>
}

const batchMs = 250

export function openEventLog({ logs }: Storage): EventLog {
  let noted: NewLog[] = []
  let timer: NodeJS.Timeout | undefined
  let writing = Promise.resolve()

  function write() {
    timer = undefined
    const entries = noted
    noted = []
    // One batch after the other: the order of events is the order of their ids.
    writing = writing
      .then(() => logs.append(entries))
      .catch((error) => log.error({ err: error, entries: entries.length }, 'events could not be written'))
  }

  return {
    note(entry) {
      noted.push(entry)
      timer ??= setTimeout(write, batchMs)
    },
    async close() {
      clearTimeout(timer)
      if (noted.length) write()
      await writing
    },
  }
}
