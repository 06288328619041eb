import { lifetimeInWords } from '../apis/lifetime'
import { formatNumber } from '../number-text'
import type { Mend } from './mend'
import type { Quota } from './quota'
import { refusals } from './refusals'
import { grantedScopes, type TokenApi, type TokenClient, type TokenRequest } from './token'
import { code, listed, type Words, words } from './words'

/** One of the things that the tenant looks at: in favour, against, or worth knowing. */
export type Reason = { verdict: 'yes' | 'no' | 'note'; words: Words; mend?: Mend }

/** A refusal as the tenant words it: RFC 6749 section 5.2. */
export type Refusal = { status: number; error: string; description: string; uri?: string }

/** What the token would say: header and claims, without those that differ from token to token. */
export type ExpectedToken = {
  header: Record<string, string>
  claims: Record<string, unknown>
  /** Seconds. */
  lifetime: number
}

/** What the tenant will answer, as far as can be read, and why. `token` is there when it will issue one. */
export type Prediction = { reasons: Reason[] } & (
  | { token: ExpectedToken; refusal?: undefined }
  | { refusal: Refusal; token?: undefined }
)

type Asked = { issuer: string; api: TokenApi; client: TokenClient; request: TokenRequest }

/**
 * What `POST /oauth/token` will answer to a client credentials request, by Auth0's rules and in their order: the first
 * that fails decides. https://auth0.com/docs/api/authentication/client-credential-flow/get-token
 */
export function predict(asked: Asked): Prediction {
  const passed: Reason[] = []
  for (const rule of [authentication, grantType, organization, authorization, scopes]) {
    const { refusal, ...reason } = rule(asked)
    if (refusal) return { refusal, reasons: [...passed, reason] }
    passed.push(reason)
  }
  const token = expectedToken(asked)
  return {
    token,
    reasons: [...passed, signing(asked.api), quota(asked.client.quota)].filter(
      (reason) => reason.words.length > 0,
    ),
  }
}

type Ruled = Reason & { refusal?: Refusal }

function authentication({ client }: Asked): Ruled {
  if (client.authMethod === 'none')
    return {
      verdict: 'no',
      words: words`${client.name} has no secret, and client credentials are for clients that can keep one`,
      mend: { kind: 'open', page: 'client', clientId: client.id, label: 'Change its authentication method' },
      refusal: refusals.unauthorized(),
    }
  const key = client.authMethod === 'private_key_jwt'
  return {
    verdict: 'yes',
    words: key ? words`It proves itself with a key` : words`It proves itself with its secret`,
  }
}

function grantType({ client }: Asked): Ruled {
  if (client.grantTypes.includes('client_credentials'))
    return { verdict: 'yes', words: words`It may use client credentials` }
  return {
    verdict: 'no',
    words: words`${client.name} may not use the grant type ${code('client_credentials')}`,
    mend: { kind: 'open', page: 'client', clientId: client.id, label: 'Change its grant types' },
    refusal: refusals.grantType(),
  }
}

function organization({ client }: Asked): Ruled {
  if (!client.needsOrganization) return { verdict: 'yes', words: [] }
  return {
    verdict: 'no',
    words: words`Its grant is for requests that name an ${code('organization')}, and this one names none`,
    refusal: refusals.organization(),
  }
}

function authorization({ api, client, request }: Asked): Ruled {
  if (api.isClosed)
    return {
      verdict: 'no',
      words: words`${api.name} issues tokens to no client at all: its policy for clients is ${code('deny_all')}`,
      refusal: refusals.notAuthorized(api.identifier),
    }
  if (client.access) return { verdict: 'yes', words: words`It is authorized for ${api.name}` }
  return {
    verdict: 'no',
    words: words`${client.name} is not authorized for ${api.name}`,
    mend: { kind: 'grant', clientId: client.id, scopes: defined(request.scopes, api) },
    refusal: refusals.notAuthorized(api.identifier),
  }
}

const scopeSyntax = /^[\x21\x23-\x5b\x5d-\x7e]+$/ // scope-token, RFC 6749 section 3.3

function scopes({ api, client, request }: Asked): Ruled {
  const granted = client.access ? grantedScopes(client.access, api) : []
  const asked = [...new Set(request.scopes)]
  if (asked.length === 0) return { verdict: 'yes', words: everything(granted) }

  const misspelt = asked.filter((scope) => !scopeSyntax.test(scope))
  if (misspelt.length > 0)
    return {
      verdict: 'no',
      words: words`${listed(misspelt)} can’t be a scope`,
      refusal: refusals.scopeSyntax(),
    }

  const refused = asked.filter((scope) => !granted.includes(scope))
  if (refused.length === 0) {
    const subject =
      asked.length === 1
        ? 'The scope is'
        : asked.length === 2
          ? 'Both scopes are'
          : `All ${asked.length} scopes are`
    return { verdict: 'yes', words: words`${subject} in its grant` }
  }
  const missing = refused.filter((scope) => api.scopes.every(({ value }) => value !== scope))
  const refusal = refusals.scopes(refused)
  if (missing.length > 0)
    return {
      verdict: 'no',
      words: words`${api.name} does not define ${listed(missing)}`,
      mend: { kind: 'open', page: 'scopes', label: 'Open its scopes' },
      refusal,
    }
  return {
    verdict: 'no',
    words: words`${client.name} is not granted ${listed(refused)}, so it gets no token at all`,
    mend: { kind: 'grant', clientId: client.id, scopes: refused },
    refusal,
  }
}

function everything(granted: string[]): Words {
  if (granted.length === 0) return words`Its grant has no scope, so the token carries none`
  const count =
    granted.length === 1
      ? 'the one scope'
      : granted.length === 2
        ? 'both scopes'
        : `all ${formatNumber(granted.length)} scopes`
  return words`Without ${code('scope')} the token carries ${count} of its grant`
}

const signing = ({ signingAlgorithm: alg, tokenLifetime }: TokenApi): Reason => ({
  verdict: 'yes',
  words: alg.startsWith('HS')
    ? words`Signed with the API’s secret (${alg}), valid for ${lifetimeInWords(tokenLifetime)}`
    : words`Signed with the tenant’s key (${alg}), valid for ${lifetimeInWords(tokenLifetime)}`,
})

function quota(quota: Quota | null | undefined): Reason {
  if (quota === undefined) return { verdict: 'note', words: [] }
  if (quota === null) return { verdict: 'yes', words: words`No quota is set` }
  const limits = [
    quota.perHour && `${formatNumber(quota.perHour)} an hour`,
    quota.perDay && `${formatNumber(quota.perDay)} a day`,
  ].filter(Boolean)
  const beyond = quota.enforced ? words`beyond it the answer is 429` : words`beyond it the tenant only logs`
  return { verdict: 'note', words: words`Its quota is ${limits.join(' and ')}; ${beyond}` }
}

function expectedToken({ issuer, api, client, request }: Asked): ExpectedToken {
  const granted = client.access ? grantedScopes(client.access, api) : []
  const scope = (request.scopes.length > 0 ? [...new Set(request.scopes)] : granted).join(' ')
  const rfc9068 = api.dialect === 'rfc9068'
  return {
    header: { alg: api.signingAlgorithm, typ: rfc9068 ? 'at+jwt' : 'JWT' },
    claims: {
      iss: issuer,
      sub: `${client.id}@clients`,
      aud: api.identifier,
      ...(scope && { scope }),
      ...(rfc9068 ? { client_id: client.id } : { gty: 'client-credentials', azp: client.id }),
      ...(api.withPermissions && { permissions: scope ? scope.split(' ') : [] }),
    },
    lifetime: api.tokenLifetime,
  }
}

const defined = (scopes: string[], api: TokenApi) =>
  scopes.filter((scope) => api.scopes.some(({ value }) => value === scope))
