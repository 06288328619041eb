import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { listen } from '../lib/tenant/http/listen.ts'
import type { RunningTenant } from '../lib/tenant/server.ts'
import { StartError } from './start-error.ts'

type Ready = Omit<RunningTenant, 'close'>
type Address = { port: number; host: string }
type Report = { ready: Ready } | { refused: string }

const firstPauseMs = 100
const longestPauseMs = 10_000
/** A worker that ran as long as this did not fail at its start. */
const settledMs = 10_000

/**
 * Keeps `count` processes of this very command running, which share its port, and does nothing else. Resolves when
 * all of them answer; rejects with a StartUpError when the port is taken and with a StartError when one of them
 * refuses to start. Later, one that ends is started again, each time in a row after twice the pause. SIGTERM and
 * SIGINT drain all of them and end this process.
 */
export async function superviseWorkers(count: number, address: Address): Promise<Ready> {
  await assertFree(address)
  // Where workers share a socket (listen.ts): round robin hands a connection to a worker that has just died, and then nobody ever answers or closes it.
  cluster.schedulingPolicy = cluster.SCHED_NONE
  const started = Array.from({ length: count }, () => startWorker())
  const reports = await Promise.all(started.map(({ report }) => report))
  const ready = reports.map((report) => {
    if ('refused' in report) throw new StartError(report.refused)
    return report.ready
  })

  let stopping = false
  const stop = async () => {
    stopping = true
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
    await Promise.all(workers.map(drained))
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop())
  for (const { ended } of started) void keepRunning(ended, () => stopping)

  const [first] = ready
  if (!first) throw new TypeError('No worker')
  return { ...first, firstAdmin: ready.find(({ firstAdmin }) => firstAdmin)?.firstAdmin }
}

/** In a worker: starts, and tells the supervisor how it went. */
export async function reportFromWorker(start: () => Promise<Ready>): Promise<void> {
  try {
    tell({ ready: await start() })
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    tell({ refused: error.message }, () => process.exit(1))
  }
}

async function assertFree(address: Address) {
  const probe = createServer()
  await listen(probe, address)
  probe.close()
  await once(probe, 'close')
}

const tell = (report: Report, then?: () => void) => process.send?.(report, undefined, undefined, then)

function startWorker() {
  const worker = cluster.fork()
  const ended = once(worker, 'exit')
  const report = Promise.race([
    once(worker, 'message').then(([message]): Report => message),
    ended.then(([code, signal]): Report => ({ refused: `A worker ended at its start (${signal ?? code}).` })),
  ])
  return { report, ended }
}

async function keepRunning(first: Promise<unknown[]>, isStopping: () => boolean) {
  let ended = first
  let startedAt = 0
  let pauseMs = 0
  for (;;) {
    const [code, signal] = await ended
    if (isStopping()) return
    const isSettled = performance.now() - startedAt > settledMs
    pauseMs = isSettled ? firstPauseMs : Math.min(Math.max(firstPauseMs, pauseMs * 2), longestPauseMs)
    console.error(`A worker ended by itself (${signal ?? `exit ${code}`}); another starts in ${pauseMs} ms.`)
    await pause(pauseMs)
    if (isStopping()) return

    const next = startWorker()
    startedAt = performance.now()
    ended = next.ended
    void next.report.then((report) => {
      if ('refused' in report && !isStopping()) console.error(report.refused)
    })
  }
}

async function drained(worker: Worker) {
  const exit = once(worker, 'exit')
  worker.process.kill('SIGTERM')
  await exit
}
