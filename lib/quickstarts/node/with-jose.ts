import { type Code, code } from '../code.ts'
import { exampleScope, isSymmetric, refused } from '../example.ts'
import type { AcceptInput, Acceptor } from '../language.ts'
import { quote } from '../quote.ts'
import { fromNpm } from './from-npm.ts'
import { verify } from './verify.ts'

type Framework = Pick<Acceptor, 'slug' | 'framework'> & {
  /** Beside jose, each with its major version. */
  packages: string[]
  file: (input: AcceptInput) => { name: string; code: Code }
  run: (input: AcceptInput) => Code
  environment?: Record<string, string>
}

/** An acceptor of a framework that has no middleware of its own for it: jose verifies. */
export const withJose = ({ slug, framework, packages, file, run, environment }: Framework): Acceptor => ({
  slug,
  framework,
  build(input) {
    const { install, executed } = fromNpm(...packages, 'jose@6')
    return {
      install,
      files: [{ ...file(input), grammar: 'javascript' }, verify(input)],
      secret: isSymmetric(input) ? 'AUTH0_SIGNING_SECRET' : undefined,
      run: run(input),
      executed: { ...executed, environment },
      ...refused(input),
    }
  },
})

/** The line that asks for the example's scope, if the API defines any, with this indentation. */
export function scopeCheck(input: AcceptInput, claims: string, indentation: string): Code {
  const scope = exampleScope(input)
  return scope ? code`${indentation}requireScope(${claims}, ${quote.javascript(scope)})\n` : code``
}
