import { type Code, code, value } from '../code.ts'
import { exampleScope, isSymmetric, jwksUrl } from '../example.ts'
import type { AcceptInput, SourceFile } from '../language.ts'
import { quote } from '../quote.ts'

/** The file that verifies with jose; each framework hands it a header and answers with the refusal it throws. */
export const verify = (input: AcceptInput): SourceFile => ({
  name: 'verify.mjs',
  grammar: 'javascript',
  code: source(input),
})

/** The names that a framework's file imports from it. */
export const verifyNames = (input: AcceptInput) =>
  exampleScope(input) ? 'Refusal, requireScope, verify' : 'Refusal, verify'

function source(input: AcceptInput): Code {
  const { api, issuer } = input
  const symmetric = isSymmetric(input)
  const key = symmetric
    ? code`const keys = new TextEncoder().encode(process.env.AUTH0_SIGNING_SECRET)`
    : code`const keys = createRemoteJWKSet(
  new URL(${quote.javascript(jwksUrl(issuer))}),
)`

  return code`
import { ${symmetric ? '' : 'createRemoteJWKSet, '}errors, jwtVerify } from 'jose'

${key}

/** Why a request is refused, as RFC 6750 has it said. */
export class Refusal extends Error {
  constructor(status, challenge) {
    super(challenge)
    Object.assign(this, { status, challenge })
  }
}

/** The claims of a token that this tenant signed for this API. */
export async function verify(authorization) {
  const [, token] = /^Bearer +(\\S+)$/i.exec(authorization ?? '') ?? []
  if (!token) throw new Refusal(401, 'Bearer')
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer: ${quote.javascript(issuer)},
      audience: ${quote.javascript(api.identifier)},
      algorithms: ['${value(api.signingAlgorithm)}'],
      requiredClaims: ['exp'],
    })
    return payload
  } catch (error) {
    // Anything else: there are no keys to be had.
    if (!(error instanceof errors.JOSEError)) throw error
    throw new Refusal(401, 'Bearer error="invalid_token"')
  }
}${exampleScope(input) ? requireScope : ''}`
}

const requireScope = `

export function requireScope(claims, scope) {
  if (claims.scope?.split(' ').includes(scope)) return
  const error = 'Bearer error="insufficient_scope"'
  throw new Refusal(403, \`\${error}, scope="\${scope}"\`)
}`
