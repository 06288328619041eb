import { type Code, code, value } from './code.ts'
import type { AcceptInput, CallInput } from './language.ts'
import { quote } from './quote.ts'

/** Where the example APIs listen on loopback. */
export const examplePort = 3001

/** HMAC: tokens are signed and verified with the API's own signing secret (RFC 7518, section 3.2). */
export const isSymmetric = ({ api }: AcceptInput) => api.signingAlgorithm.startsWith('HS')

/** RFC 8414, as Auth0 serves it. */
export const jwksUrl = (issuer: string) => `${issuer}.well-known/jwks.json`

const tokenUrl = (issuer: string) => `${issuer}oauth/token`

/** The scope that guards the example's route: one that reads, if there is one. */
export const exampleScope = ({ api }: AcceptInput) =>
  api.scopes.find((scope) => scope.startsWith('read:')) ?? api.scopes[0]

/** `/orders` where the scope is `read:orders`. Safe in every language without escapes. */
export function examplePath(input: AcceptInput) {
  const [, noun] = /^[a-z]+:([a-z][a-z0-9_-]*)$/.exec(exampleScope(input) ?? '') ?? []
  return `/${noun ?? 'whoami'}`
}

export const exampleUrl = (input: AcceptInput) => `http://localhost:${input.port}${examplePath(input)}`

/** What every example API answers to a request without a token: RFC 6750, section 3. */
export const refused = (input: AcceptInput, challenge = 'Bearer') => ({
  request: code`curl --include ${exampleUrl(input)}`,
  answer: code`HTTP/1.1 401 Unauthorized
WWW-Authenticate: ${challenge}`,
})

/** What every example API answers to a good token. */
export const accepted = ({ client }: CallInput): Code => code`{"caller":"${value(client.id)}@clients"}`

/** The answer to a token that lacks the scope: RFC 6750, section 3.1. */
export const insufficientScope = (scope: string): Code =>
  code`Bearer error="insufficient_scope", scope="${value(scope)}"`

/** The values every client needs, quoted for its language. */
export const quotedFor = (language: keyof typeof quote, { api, issuer, client }: CallInput) => ({
  tokenUrl: quote[language](tokenUrl(issuer)),
  clientId: quote[language](client.id),
  audience: quote[language](api.identifier),
})
