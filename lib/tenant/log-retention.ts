import { log } from './log.ts'
import type { Storage } from './storage/storage.ts'

const dayMs = 86_400_000
/** A step takes a few milliseconds, in which SQLite does nothing else; the pause leaves the rest to tokens. */
const rowsPerStep = 200
const pauseMs = 50
const restMs = 60_000

/**
 * Removes entries of the tenant's log once they are older than `days`, in small steps in the background. Stops with
 * the function it returns, which resolves when no step is under way any more.
 */
export function keepLogsFor(days: number, { logs }: Pick<Storage, 'logs'>): () => Promise<void> {
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  let step = sweep()

  async function sweep() {
    const before = new Date(Date.now() - days * dayMs).toISOString()
    const removed = await logs.deleteBefore(before, rowsPerStep).catch((error: unknown) => {
      log.error({ err: error }, 'old events could not be removed')
      return 0
    })
    if (isStopped) return
    timer = setTimeout(() => (step = sweep()), removed < rowsPerStep ? restMs : pauseMs)
    timer.unref()
  }

  return () => {
    isStopped = true
    clearTimeout(timer)
    return step
  }
}
