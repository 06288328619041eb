import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Job, plan } from './quickstarts/plan.ts'
import { startRun } from './quickstarts/run.ts'
import { type Outcome, table } from './quickstarts/table.ts'
import { provide } from './quickstarts/toolchain.ts'
import { StartError } from './start-error.ts'

/** Callers mostly wait, until their token is about to expire. */
const callersAtOnce = 3

/**
 * `npm run quickstarts [-- node express hs256] [-- --strict]`: runs what the Quickstart tab shows, in a temporary
 * folder against the embedded tenant, and prints a row for each. Words narrow it. What this machine has no toolchain
 * for is skipped with a word; in CI and with `--strict` that is a failure too.
 */
export async function main(args: string[]) {
  const { words, strict } = readWords(args)
  const jobs = plan(words)
  if (jobs.length === 0) throw new StartError(`No quickstart is called "${words.join(' ')}".`)

  const folder = mkdtempSync(join(tmpdir(), 'quickstarts-'))
  const failed: Job[] = []
  const { add } = table(jobs)
  const say = (job: Job, outcome: Outcome, seconds = 0) => {
    add(job, outcome, seconds)
    if (outcome.result === 'failed' || (strict && outcome.result === 'missing')) failed.push(job)
  }

  const unavailable = provide(jobs, folder)
  const possible = jobs.filter((job) => {
    const why = unavailable(job)
    if (why) say(job, why)
    return !why
  })
  try {
    if (possible.length > 0) await runAll(possible, folder, say)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
  if (failed.length > 0)
    throw new StartError(`Not executed as shown: ${failed.map(({ name }) => name).join('; ')}.`)
}

type Say = (job: Job, outcome: Outcome, seconds: number) => void

async function runAll(jobs: Job[], folder: string, say: Say) {
  const run = await startRun(jobs, folder)
  const worker = async (queue: Job[]) => {
    for (let job = queue.shift(); job; job = queue.shift()) {
      const started = performance.now()
      const complaints = await run.complaints(job).catch((error) => [String(error.message ?? error)])
      const outcome: Outcome =
        complaints.length > 0 ? { result: 'failed', complaints } : { result: 'executed' }
      say(job, outcome, (performance.now() - started) / 1000)
    }
  }
  const [accept, call] = [
    jobs.filter(({ kind }) => kind === 'accept'),
    jobs.filter(({ kind }) => kind === 'call'),
  ]
  const workers = (queue: Job[], many: number) => Array.from({ length: many }, () => worker(queue))
  try {
    await Promise.all([...workers(accept, availableParallelism()), ...workers(call, callersAtOnce)])
  } finally {
    await run.stop()
  }
}

function readWords(args: string[]) {
  try {
    const options = { strict: { type: 'boolean', default: Boolean(process.env.CI) } } as const
    const { positionals: words, values } = parseArgs({ args, options, allowPositionals: true })
    return { words, strict: values.strict }
  } catch (error) {
    if (error instanceof TypeError) throw new StartError(error.message)
    throw error
  }
}
