import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { type Folders, makeFolders } from './quickstarts/folders.ts'
import { type Job, neededBy, notShownAsExecuted, plan } from './quickstarts/plan.ts'
import { startRun } from './quickstarts/run.ts'
import { type Outcome, table } from './quickstarts/table.ts'
import { provide } from './quickstarts/toolchain.ts'
import { StartError } from './start-error.ts'

/** Callers mostly wait, until their token is about to expire. */
const callersAtOnce = 4

/**
 * `npm run quickstarts [-- node express hs256] [-- --strict]`: runs what the Quickstart tab shows, in a temporary
 * folder against the embedded tenant, and prints a row for each. Words narrow it. What this machine has no toolchain
 * for is skipped with a word; in CI and with `--strict` that is a failure too.
 */
export async function main(args: string[]) {
  const { words, strict } = readWords(args)
  const jobs = plan(words)
  if (jobs.length === 0) throw new StartError(`No quickstart is called "${words.join(' ')}".`)

  const failed: Job[] = []
  const { add } = table(jobs)
  const say = (job: Job, outcome: Outcome, seconds = 0) => {
    add(job, outcome, seconds)
    if (outcome.result === 'failed' || (strict && outcome.result === 'missing')) failed.push(job)
  }

  const folders = makeFolders()
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      folders.remove()
      process.exit(1)
    })
  try {
    const shown = jobs.filter((job) => {
      const reason = notShownAsExecuted(job)
      if (reason) say(job, { result: 'skipped', reason })
      return !reason
    })
    const lacks = provide(neededBy(shown), folders.work)
    const possible = shown.filter((job) => {
      const reason = neededBy([job]).map(lacks).find(Boolean)
      if (reason) say(job, { result: 'missing', reason })
      return !reason
    })
    if (possible.length > 0) await runAll(possible, folders, say)
  } finally {
    folders.remove()
  }
  if (failed.length > 0)
    throw new StartError(`Not executed as shown: ${failed.map(({ name }) => name).join('; ')}.`)
}

type Say = (job: Job, outcome: Outcome, seconds: number) => void

async function runAll(jobs: Job[], folders: Folders, say: Say) {
  const run = await startRun(jobs, folders)
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
