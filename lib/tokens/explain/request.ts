import { predict, type Reason } from '../predict'
import { tokenUrl } from '../token-request'
import { code, words } from '../words'
import type { Known } from './explanation'
import { copyAudience, copyGrantType } from './mends'
import { nearMiss } from './near'
import type { Parameters } from './parameters'

/** What is wrong with a token request, and what the tenant would answer it; empty when it is none. */
export function explainRequest(text: string, given: Parameters, known: Known): Reason[] {
  const isRequest = given.grant_type || given.client_secret || (given.client_id && given.audience)
  if (!isRequest) return []
  const wrong = [
    address(text, known),
    method(text),
    grantType(given),
    audience(given, known),
    scopes(given, known),
    scope(given, known),
  ].filter((reason) => reason !== undefined)
  return [...wrong, ...verdict(given, known, wrong.length > 0), ...secret(given, known)]
}

type Found = Reason | undefined

function address(text: string, { issuer }: Known): Found {
  const [, origin] = /(https?:\/\/[^\s/"'<>]{1,255})\/oauth\/token/.exec(text) ?? []
  if (!origin || `${origin}/` === issuer) return undefined
  return {
    verdict: 'no',
    words: words`It goes to ${code(origin)}, which is not this tenant: its address is ${code(tokenUrl(issuer))}`,
    mend: { kind: 'copy', label: 'Copy the address', text: tokenUrl(issuer) },
  }
}

function method(text: string): Found {
  if (!/\bGET\s{1,4}\S{0,300}\/oauth\/token/.test(text)) return undefined
  return { verdict: 'no', words: words`It is a GET; the token endpoint takes POST only` }
}

function grantType({ grant_type: grant }: Parameters): Found {
  const right = code('grant_type=client_credentials')
  if (!grant)
    return { verdict: 'no', words: words`It has no ${code('grant_type')}: add ${right}`, mend: copyGrantType }
  if (grant.value === 'client_credentials' || grant.blank) return undefined
  return {
    verdict: 'no',
    words: words`Its grant type is ${code(grant.value)}; a client that acts for itself sends ${right}`,
    mend: copyGrantType,
  }
}

function audience({ audience, resource }: Parameters, known: Known): Found {
  const { api } = known
  const right = code(api.identifier)
  const mend = copyAudience(known)
  if (!audience?.value)
    return {
      verdict: 'no',
      words: resource
        ? words`It names the API by ${code('resource')}; the parameter is ${code('audience')}, with the value ${right}`
        : words`It has no ${code('audience')}, so it gets a token for the tenant’s default audience or none: add ${right}`,
      mend,
    }
  if (audience.value === api.identifier || audience.blank) return undefined
  const near = nearMiss(audience.value, api.identifier)
  return {
    verdict: 'no',
    words: near
      ? words`Its audience ${code(audience.value)} is not this API: ${near}`
      : words`It asks for ${code(audience.value)}, which is not this API: that is ${right}`,
    mend,
  }
}

function scopes({ scopes, client_id }: Parameters, known: Known): Found {
  if (!scopes) return undefined
  return {
    verdict: 'no',
    words: words`It says ${code('scopes')}; the parameter is ${code('scope')}. The tenant passes over what it does not know, so the token has all scopes of the grant`,
    mend: askFor(split(scopes.value), client_id?.value, known),
  }
}

function scope({ scope, client_id }: Parameters, known: Known): Found {
  if (!scope) return undefined
  const mend = askFor(split(scope.value), client_id?.value, known)
  if (scope.list)
    return {
      verdict: 'no',
      words: words`Its ${code('scope')} is a list; it has to be one string with spaces between`,
      mend,
    }
  if (!scope.value.includes(',')) return undefined
  return {
    verdict: 'no',
    words: words`Commas stand in its ${code('scope')}; scopes are separated by spaces`,
    mend,
  }
}

function verdict(given: Parameters, known: Known, isWrong: boolean): Reason[] {
  const id = given.client_id?.value
  const client = known.clients.find((one) => one.id === id)
  if (!client)
    return id && known.complete && !given.client_id?.blank
      ? [
          {
            verdict: 'no',
            words: words`This tenant has no client ${code(id)}: it was deleted, or belongs to another tenant`,
            mend: { kind: 'open', page: 'client', label: 'Open the clients' },
          },
        ]
      : []
  const scopes = given.scope && !given.scope.list ? given.scope.value.split(' ').filter(Boolean) : []
  const { refusal, reasons } = predict({ ...known, client, request: { scopes } })
  if (refusal) return reasons.filter(({ verdict }) => verdict === 'no')
  if (isWrong) return []
  return [
    {
      verdict: 'yes',
      words: words`With the right secret ${client.name} gets a token for this`,
      mend: askFor(scopes, id, known),
    },
  ]
}

function secret({ client_secret: secret, client_id: id }: Parameters, { clients }: Known): Reason[] {
  const isReal = secret && !secret.blank && /^[\w-]{24,}$/.test(secret.value)
  if (!isReal) return []
  const client = clients.find((one) => one.id === id?.value)
  return [
    {
      verdict: 'note',
      words: words`A client secret stands in this text. It does not leave this browser; whoever else was sent the text can act as the client until the secret is rotated`,
      mend: client && {
        kind: 'open',
        page: 'credentials',
        clientId: client.id,
        label: 'Open its credentials',
      },
    },
  ]
}

function askFor(scopes: string[], clientId: string | undefined, { clients, api }: Known): Reason['mend'] {
  const known = scopes.filter((scope) => api.scopes.some(({ value }) => value === scope))
  const client = clients.find(({ id }) => id === clientId)
  const what =
    known.length === 1
      ? `for ${known[0]}`
      : known.length > 1
        ? `for these ${known.length} scopes`
        : 'without a scope'
  return { kind: 'ask', label: `Ask here ${what}`, clientId: client?.id, scopes: known }
}

const split = (text: string) => text.split(/[\s,]+/).filter(Boolean)
