import { claimText } from '../claim-row'
import { type DecodedToken, decodeToken, scopesIn, timeIn } from '../decode'
import { momentInWords, spanInWords, zoneName } from '../moment'
import { needReason } from '../need'
import type { Reason } from '../predict'
import { code, words } from '../words'
import type { Known } from './explanation'
import { askForAnother, openQuickstart } from './mends'
import { nearMiss } from './near'

/** What is to be said of a token, against what this API takes; its signature is not looked at. */
export function explainToken(text: string, known: Known): Reason[] {
  const decoded = decodeToken(text)
  if (!decoded.token) return mended([unreadable[decoded.because]])
  const { token } = decoded
  const found = [algorithm, issuer, audience, time, subject, scopes].map((rule) => rule(token, known))
  const rank = { no: 0, yes: 1, note: 2 }
  const clientId = token.claims.iss === known.issuer ? clientOf(token.claims) : undefined
  const sorted = found
    .filter((reason) => reason !== undefined)
    .toSorted((one, other) => rank[one.verdict] - rank[other.verdict])
  return [
    ...mended(sorted, clientId),
    {
      verdict: 'note',
      words: words`Its signature was not verified: that takes the tenant, and this stays here`,
    },
  ]
}

/** What is wrong with a token is in it for good: the way out is another one. */
function mended([worst, ...others]: Reason[], clientId?: string): Reason[] {
  if (!worst) return []
  const isWrong = worst.verdict === 'no'
  return [{ ...worst, mend: worst.mend ?? (isWrong ? askForAnother(clientId) : undefined) }, ...others]
}

const unreadable: Record<'opaque' | 'encrypted' | 'broken', Reason> = {
  opaque: {
    verdict: 'no',
    words: words`This is no JWT, so no API can verify it. A tenant issues such a token when a request names no ${code('audience')}`,
  },
  encrypted: {
    verdict: 'note',
    words: words`It is encrypted (JWE): only the API that holds the key can read it`,
  },
  broken: {
    verdict: 'no',
    words: words`It looks like a JWT and can’t be read: part of it is missing, or was changed`,
  },
}

type Found = Reason | undefined

function algorithm({ header }: DecodedToken, { api }: Known): Found {
  const alg = String(header.alg)
  if (alg === 'none')
    return { verdict: 'no', words: words`It is not signed at all (${code('alg: none')}): no API may take it` }
  if (alg !== api.signingAlgorithm)
    return {
      verdict: 'no',
      words: words`It is signed with ${code(alg)}, and tokens of this API with ${code(api.signingAlgorithm)}`,
    }
  if (!alg.startsWith('HS'))
    return {
      verdict: 'note',
      words: words`It is signed with ${code(alg)}: the API verifies it with the tenant’s public key`,
    }
  return {
    verdict: 'note',
    words: words`It is signed with ${code(alg)}: the API verifies it with its signing secret. The tenant’s JWKS has no key for it`,
    mend: openQuickstart('See how it verifies'),
  }
}

function issuer({ claims: { iss } }: DecodedToken, { issuer }: Known): Found {
  if (iss === issuer) return { verdict: 'yes', words: words`Issued by this tenant` }
  const given = claimText(iss ?? 'nobody')
  const near = nearMiss(given, issuer)
  return {
    verdict: 'no',
    words: near
      ? words`Issued by ${code(given)}: ${near}`
      : words`Issued by ${code(given)}, which is not this tenant (${code(issuer)})`,
  }
}

function audience({ claims: { aud } }: DecodedToken, { api }: Known): Found {
  const audiences = [aud].flat().map((one) => claimText(one ?? 'nobody'))
  if (audiences.includes(api.identifier)) return { verdict: 'yes', words: words`Meant for ${api.name}` }
  const [given = 'nobody'] = audiences
  const near = nearMiss(given, api.identifier)
  return {
    verdict: 'no',
    words: near
      ? words`Meant for ${code(given)}: ${near}`
      : words`Meant for ${code(given)}, so ${api.name} has to refuse it: that takes ${code(api.identifier)}`,
  }
}

function time(token: DecodedToken, { now, timeZone }: Known): Found {
  const [expires, begins] = [timeIn(token, 'exp'), timeIn(token, 'nbf') ?? timeIn(token, 'iat')]
  if (!expires) return { verdict: 'no', words: words`It does not say when it expires` }
  const at = (date: Date) => `${momentInWords(date, now, timeZone)} (${zoneName(date, timeZone)})`
  if (expires <= now)
    return {
      verdict: 'no',
      words: words`It expired ${at(expires)}, ${spanInWords(expires, now)} ago. A client asks for a new one shortly before that`,
    }
  if (begins && begins.getTime() > now.getTime() + 5000)
    return {
      verdict: 'no',
      words: words`It is valid from ${at(begins)}, which is yet to come: the clock of this machine or of the tenant is wrong`,
    }
  return { verdict: 'yes', words: words`It expires ${at(expires)}, in ${spanInWords(expires, now)}` }
}

function subject({ claims }: DecodedToken, known: Known): Found {
  const id = clientOf(claims)
  if (!id)
    return {
      verdict: 'note',
      words: words`Its subject is ${code(claimText(claims.sub ?? 'nobody'))}, which is no client: it speaks for a person`,
    }
  if (claims.iss !== known.issuer) return undefined
  const client = known.clients.find((one) => one.id === id)
  if (!client)
    return known.complete
      ? { verdict: 'note', words: words`The tenant no longer has its client ${code(id)}` }
      : undefined
  if (!client.access)
    return {
      verdict: 'note',
      words: words`${client.name} is not authorized for ${known.api.name} any more. This token stays valid until it expires; the next request is refused`,
      mend: { kind: 'grant', clientId: id, scopes: [] },
    }
  return { verdict: 'yes', words: words`It speaks for ${client.name} itself` }
}

function scopes(token: DecodedToken, known: Known): Found {
  const held = scopesIn(token)
  const client = known.clients.find(({ id }) => id === clientOf(token.claims))
  if (known.need && client)
    return needReason(known.need, held, { api: known.api, client, request: { scopes: held } })
  if (known.need && !held.includes(known.need))
    return { verdict: 'no', words: words`It lacks ${code(known.need)}, which the call needs` }
  return held.length > 0
    ? {
        verdict: 'note',
        words: words`It carries ${held.length} ${held.length === 1 ? 'scope' : 'scopes'}: ${code(held.slice(0, 50).join(' '))}`,
      }
    : { verdict: 'note', words: words`It carries no scope` }
}

/** The client that a machine's token speaks for: `<client id>@clients`, or a subject that is the client itself. */
export function clientOf({ sub, azp, client_id }: DecodedToken['claims']): string | undefined {
  if (typeof sub !== 'string') return undefined
  if (sub.endsWith('@clients')) return sub.slice(0, -'@clients'.length)
  return sub === azp || sub === client_id ? sub : undefined
}
