import { languages } from '../../lib/quickstarts/all.ts'
import type {
  AcceptInput,
  Acceptor,
  Caller,
  Language,
  Part,
  Provided,
} from '../../lib/quickstarts/language.ts'
import { express } from '../../lib/quickstarts/node/express.ts'

export const algorithms = ['RS256', 'HS256']

/** One row of the table. */
export type Job = { language: Language; name: string; title: string; executed: Part['executed'] } & (
  | { kind: 'accept'; acceptor: Acceptor; algorithm: string; cannot?: string }
  | { kind: 'call'; caller: Caller }
)

/** To ask a part what it needs; the run fills it in anew. */
const anyInput = (signingAlgorithm: string): AcceptInput => ({
  api: { identifier: 'urn:any', signingAlgorithm, scopes: [] },
  issuer: 'http://localhost/',
  port: 1,
})

/** Every acceptor with both algorithms, and every caller; only those that match all the words, if there are any. */
export function plan(words: string[]): Job[] {
  return languages
    .flatMap((language) => [
      ...language.accept.flatMap((acceptor) =>
        algorithms.map((algorithm) => acceptJob(language, acceptor, algorithm)),
      ),
      ...language.call.map((caller) => callJob(language, caller)),
    ])
    .filter(({ name }) => words.every((word) => name.split(' ').includes(word.toLowerCase())))
}

/** Why a job is none for anybody, as the screen says it too. */
export function notShownAsExecuted({ executed, ...job }: Job): string | undefined {
  if (job.kind === 'accept' && job.cannot) return job.cannot
  if ('checked' in executed) return `Not executed here. ${executed.checked}: ${executed.how}`
}

/** What the jobs need on this machine; callers also need the API that they call. */
export function neededBy(jobs: Job[]): Provided[] {
  const example = express.build(anyInput('RS256'))
  const parts = jobs.some(({ kind }) => kind === 'call') ? [...jobs, example] : jobs
  return parts.flatMap(({ executed }) => ('checked' in executed ? [] : [executed]))
}

function acceptJob(language: Language, acceptor: Acceptor, algorithm: string): Job {
  const cannot = acceptor.cannot?.(algorithm)
  return {
    kind: 'accept',
    language,
    acceptor,
    algorithm,
    cannot,
    name: `accept ${language.slug} ${acceptor.slug} ${algorithm.toLowerCase()}`,
    title: acceptor.framework,
    executed: cannot ? {} : acceptor.build(anyInput(algorithm)).executed,
  }
}

function callJob(language: Language, caller: Caller): Job {
  const input = { ...anyInput('RS256'), client: { id: 'any' } }
  return {
    kind: 'call',
    language,
    caller,
    name: `call ${language.slug} ${caller.slug}`,
    title: caller.name,
    executed: caller.build(input).executed,
  }
}
