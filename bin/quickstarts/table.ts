import type { Job } from './plan.ts'

export type Outcome =
  | { result: 'executed' }
  /** Nobody can run it here, and the screen says so too. */
  | { result: 'skipped'; reason: string }
  /** It could be run if this machine had what it needs. */
  | { result: 'missing'; reason: string }
  | { result: 'failed'; complaints: string[] }

/** Prints a row as soon as it is known; the columns are as wide as the longest of the plan. */
export function table(jobs: Job[]) {
  const width = (cell: (job: Job) => string) => Math.max(...jobs.map((job) => cell(job).length))
  const columns = [
    { cell: ({ language }: Job) => language.name, width: 0 },
    { cell: ({ kind }: Job) => kind, width: 0 },
    { cell: ({ title }: Job) => title, width: 0 },
    { cell: (job: Job) => (job.kind === 'accept' ? job.algorithm : ''), width: 0 },
  ].map(({ cell }) => ({ cell, width: width(cell) }))

  return {
    add(job: Job, outcome: Outcome, seconds: number) {
      const cells = columns.map(({ cell, width }) => cell(job).padEnd(width))
      const reason = 'reason' in outcome ? outcome.reason : ''
      const time = reason ? '' : `${seconds.toFixed(1)} s`
      console.log([...cells, outcome.result.padEnd(8), time.padStart(7), reason].join('  ').trimEnd())
      if (outcome.result === 'failed')
        for (const complaint of outcome.complaints) console.log(indented(complaint))
    },
  }
}

const indented = (text: string) => text.trim().replace(/^/gm, '    ')
