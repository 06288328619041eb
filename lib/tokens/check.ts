import { type ClaimRow, claimText, meaning, signer } from './claim-row'
import { type DecodedToken, scopesIn, timeIn } from './decode'
import type { SignatureCheck } from './exchange'
import { momentInWords, spanInWords, zoneName } from './moment'
import type { ExpectedToken } from './predict'
import type { TokenApi, TokenClient } from './token'
import { code, type Words, words } from './words'

type Against = {
  expected: ExpectedToken
  signature: SignatureCheck
  api: TokenApi
  client: TokenClient
  now: Date
  /** IANA name; the machine's own without it. */
  timeZone?: string
}

/** Claims that differ from token to token, so that nothing was predicted of them. */
const own = ['iat', 'exp', 'jti']

/** A row per claim of a token that was issued, each held against what was predicted. */
export function checkedRows(token: DecodedToken, against: Against): ClaimRow[] {
  const { expected } = against
  const names = [...Object.keys(expected.claims), ...Object.keys(token.claims)]
  const claims = [...new Set(names)].filter((name) => !own.includes(name))
  const rows = claims.map((claim) => claimRow(claim, token, against))
  const jti = token.claims.jti
  return [
    algRow(token, against),
    ...rows.slice(0, 3),
    timeRow(token, against),
    ...rows.slice(3),
    ...(jti === undefined
      ? []
      : [
          {
            claim: 'jti',
            value: claimText(jti),
            verdict: 'yes',
            words: meaning('jti', jti, against),
          } as const,
        ]),
  ]
}

function algRow({ header }: DecodedToken, { expected, signature, api }: Against): ClaimRow {
  const row = { claim: 'alg', value: claimText(header.alg ?? '') }
  if (header.alg !== expected.header.alg)
    return { ...row, verdict: 'no', words: words`Expected ${code(expected.header.alg ?? '')}` }
  if (!signature.valid) return { ...row, verdict: 'no', words: words`${signature.because}` }
  const by = signature.keyId
    ? words`Signature verified with the tenant’s public key ${code(signature.keyId)}`
    : words`Signature verified: ${lowerFirst(signer(api))}`
  return { ...row, verdict: 'yes', words: by }
}

function timeRow(token: DecodedToken, { expected, now, timeZone }: Against): ClaimRow {
  const [issued, expires] = [timeIn(token, 'iat'), timeIn(token, 'exp')]
  const row = { claim: 'exp', value: claimText(token.claims.exp ?? '') }
  if (!issued || !expires)
    return { ...row, verdict: 'no', words: words`It does not say when it was issued and expires` }

  const at = (date: Date) => momentInWords(date, now, timeZone)
  const over = expires <= now
  const ending = over ? `expired ${at(expires)}` : `expires ${at(expires)}, in ${spanInWords(expires, now)}`
  const times = `Issued ${at(issued)}, ${ending} (${zoneName(expires, timeZone)})`
  const lifetime = (expires.getTime() - issued.getTime()) / 1000
  if (lifetime !== expected.lifetime)
    return {
      ...row,
      verdict: 'no',
      words: words`${times}. Expected ${spanInWords(new Date(expected.lifetime * 1000), new Date(0))} of validity`,
    }
  return { ...row, verdict: over ? 'no' : 'yes', words: words`${times}` }
}

function claimRow(claim: string, token: DecodedToken, against: Against): ClaimRow {
  const [real, predicted] = [token.claims[claim], against.expected.claims[claim]]
  if (predicted === undefined)
    return {
      claim,
      value: claimText(real),
      verdict: 'note',
      words: words`${meaning(claim, real, against)}. It was not predicted`,
    }
  if (real === undefined)
    return { claim, value: '', verdict: 'no', words: words`Missing. Expected ${code(claimText(predicted))}` }
  const same =
    claim === 'scope'
      ? sameScopes(scopesIn(token), String(predicted).split(' '))
      : claimText(real) === claimText(predicted)
  return {
    claim,
    value: claimText(real),
    verdict: same ? 'yes' : 'no',
    words: same ? meaning(claim, real, against) : words`Expected ${code(claimText(predicted))}`,
  }
}

/** The order of scopes says nothing. */
const sameScopes = (one: string[], other: string[]) =>
  one.length === other.length && one.every((scope) => other.includes(scope))

const lowerFirst = ([first, ...rest]: Words): Words =>
  typeof first === 'string' ? [first.charAt(0).toLowerCase() + first.slice(1), ...rest] : []
