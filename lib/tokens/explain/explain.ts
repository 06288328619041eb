import { decodeToken } from '../decode'
import { explainAnswer } from './answer'
import type { Explanation, Known } from './explanation'
import { parametersIn } from './parameters'
import { explainRequest } from './request'
import { clientOf, explainToken } from './token'

/** UTF-16 units that are looked at; what comes after them is not. */
export const longestText = 1_048_576

const mostTokens = 3

/**
 * What a pasted answer, token request or token says, and what would mend it; several when a text holds several. Any
 * text is taken, nothing is thrown, asked or kept.
 */
export function explain(pasted: string, known: Known): Explanation[] {
  // A body within a log line or a page has its quotes escaped.
  const text = pasted
    .slice(0, longestText)
    .replace(/\\{1,8}"/g, '"')
    .replaceAll('&quot;', '"')
  const given = parametersIn(text)
  const tokens = tokensIn(text)
  const claims = tokens.map((token) => decodeToken(token).token?.claims)
  const clientId = claims.map((claims) => claims && clientOf(claims)).find(Boolean)

  const explanations: Explanation[] = [
    { of: 'answer', findings: explainAnswer(text, given, known, clientId) },
    { of: 'request', findings: explainRequest(text, given, known) },
    ...tokens.map((token): Explanation => ({ of: 'token', findings: explainToken(token, known) })),
  ]
  return explanations.filter(({ findings }) => findings.length > 0)
}

/** What looks like a JWT, each once; a text that is one word of its length is taken for an opaque token. */
function tokensIn(text: string): string[] {
  const words = text.split(/[^\w.-]+/)
  const jwts = words.filter((word) => word.startsWith('eyJ') && word.includes('.'))
  if (jwts.length > 0) return [...new Set(jwts)].slice(0, mostTokens)
  const [alone] = /^\s{0,100}(?:Bearer\s{1,4})?[\w.~+/=-]{20,200}\s{0,100}$/i.exec(text) ?? []
  return alone ? [alone.trim().replace(/^Bearer\s+/i, '')] : []
}
