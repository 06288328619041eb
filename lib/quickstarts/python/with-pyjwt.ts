import { type Code, code } from '../code.ts'
import { exampleScope, isSymmetric, refused } from '../example.ts'
import type { AcceptInput, Acceptor, Provided } from '../language.ts'
import { quote } from '../quote.ts'
import { verify } from './verify.ts'

type Framework = Pick<Acceptor, 'slug' | 'framework'> & {
  /** Beside PyJWT, as pip names them. */
  packages: string[]
  files: (input: AcceptInput) => { name: string; code: Code }[]
  run: (input: AcceptInput) => Code
  executed: Required<Pick<Provided, 'debian' | 'note'>>
}

/** An acceptor whose framework leaves tokens to a library: PyJWT verifies. */
export const withPyjwt = ({ slug, framework, packages, files, run, executed }: Framework): Acceptor => ({
  slug,
  framework,
  build: (input) => ({
    install: code`pip install ${packages.join(' ')} "pyjwt[crypto]"`,
    files: [...files(input).map((file) => ({ ...file, grammar: 'python' as const })), verify(input)],
    secret: isSymmetric(input) ? 'AUTH0_SIGNING_SECRET' : undefined,
    run: run(input),
    executed: { ...executed, debian: ['python3-jwt', 'python3-cryptography', ...executed.debian] },
    ...refused(input),
  }),
})

/** What a framework's file imports. */
export const verifyNames = (input: AcceptInput) =>
  exampleScope(input) ? 'Refusal, require_scope, verify' : 'Refusal, verify'

/** The line of a function that asks for the example's scope, if the API defines any. */
export function scopeCheck(input: AcceptInput, claims: string): Code {
  const scope = exampleScope(input)
  return scope ? code`    require_scope(${claims}, ${quote.python(scope)})\n` : code``
}
