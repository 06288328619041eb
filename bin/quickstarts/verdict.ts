import type { Expected } from './attempts.ts'

export type Answered = { status: number; challenge: string | null; body: string }

const statuses: Record<Expected, number[]> = {
  accepted: [200],
  refused: [400, 401],
  unauthenticated: [401],
  invalid_token: [401],
  insufficient_scope: [403],
}

/** What a refusal must not tell: where the code lies, or what it holds. */
const leaks = /Traceback|node_modules|\n\s+at |Exception|\.(py|rb|php|go|java|rs|m?js):\d/

/**
 * What is wrong with an answer, or undefined. A refusal has one Bearer challenge with the right error code, none
 * when no token was sent (RFC 6750, section 3.1), names the scope that is missing, and gives nothing away.
 */
export function judge(
  { status, challenge, body }: Answered,
  expected: Expected,
  { caller, scope, secrets }: { caller: string; scope?: string; secrets: string[] },
): string | undefined {
  if (!statuses[expected].includes(status))
    return `answered ${status}, not ${statuses[expected].join(' or ')}`
  if (expected === 'accepted') return sameCaller(body, caller) ? undefined : `answered with the body ${body}`

  const bearer = parametersOfBearer(challenge ?? '')
  if (!bearer) return `has no Bearer challenge in WWW-Authenticate: ${challenge}`
  const error = expected === 'unauthenticated' ? undefined : expected
  if (expected !== 'refused' && bearer.error !== error)
    return `says error ${bearer.error} and not ${error}: ${challenge}`
  if (expected === 'insufficient_scope' && bearer.scope !== scope)
    return `does not name the scope ${scope}: ${challenge}`
  if (leaks.test(body) || secrets.some((secret) => body.includes(secret))) return `tells too much: ${body}`
}

function sameCaller(body: string, caller: string) {
  try {
    const answer = JSON.parse(body)
    return Object.keys(answer).length === 1 && answer.caller === caller
  } catch {
    return false
  }
}

/** The parameters of the Bearer challenge, which may stand among others: RFC 9110, section 11.6.1. */
export function parametersOfBearer(header: string): Record<string, string> | undefined {
  const found = /(?:^|,\s*)Bearer(?=\s|,|$)((?:\s*,?\s*[\w-]+=(?:"[^"]*"|[^\s,"]+))*)/i.exec(header)
  if (!found) return undefined
  const parameters = (found[1] ?? '').matchAll(/([\w-]+)=(?:"([^"]*)"|([^\s,"]+))/g)
  return Object.fromEntries([...parameters].map(([, name = '', quoted, bare = '']) => [name, quoted ?? bare]))
}
