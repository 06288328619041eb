import { grantedScopes } from '../token'
import { code, words } from '../words'
import { askForAnother, copyAudience, copyIssuer, grant, openQuickstart } from './mends'
import type { Context, Rule, Said } from './rule'

/** How an API verifies this tenant’s tokens, with the key that is right for this API’s algorithm. */
const verify = openQuickstart('See how it verifies')

/** What an API says when it refuses a token, in the words of the libraries that APIs verify with. */
export const verifierComplaints: Rule[] = [
  [
    /insufficient_scope(?:[^\n]{0,300}?scope=\\?"([^"\\]{1,2000}))?/i,
    ([, list = ''], context) =>
      scopeNeeded(list.split(' ').filter(Boolean)[0] ?? context.known.need, context),
  ],
  [
    /jwt expired|"exp" claim timestamp check failed|token (?:is|has) expired|signature has expired|TokenExpired/i,
    (_, { client }) => ({
      words: words`The token has expired. The client has to ask for a new one shortly before that, and the clocks of both machines have to agree`,
      mend: askForAnother(client?.id),
    }),
  ],
  [
    /unexpected "aud"|jwt audience invalid|invalid audience|bad audience|audience (?:validation failed|mismatch|doesn't match|is invalid)|InvalidAudience|IDX10214/i,
    (_, { known }) => ({
      words: words`The audience of the token is not what the API’s code expects. Both have to be ${code(known.api.identifier)}, to the letter`,
      mend: copyAudience(known),
    }),
  ],
  [
    /unexpected "iss"|jwt issuer invalid|invalid issuer|issuer (?:validation failed|mismatch|is invalid)|InvalidIssuer|IDX10205/i,
    (_, { known }) => ({
      words: words`The issuer of the token is not what the API’s code expects. For this tenant it is ${code(known.issuer)}, with the slash at its end`,
      mend: copyIssuer(known),
    }),
  ],
  [
    /no applicable key found|unable to find a signing key|unable to match key|no matching (?:key|jwk)|IDX10501|IDX10503/i,
    (_, context) => keyNotFound(context),
  ],
  [
    /signature verification failed|invalid signature|signature is invalid|signatures? did(?:n't| not) match|IDX10511/i,
    (_, context) => badSignature(context),
  ],
  [
    /"alg"[^\n]{0,40}not allowed|invalid algorithm|algorithm[^\n]{0,30}not (?:allowed|supported)|unsupported alg/i,
    (_, { known }) => ({
      words: words`The API’s code accepts another algorithm than the token has. Tokens of this API are signed with ${code(known.api.signingAlgorithm)}`,
      mend: verify,
    }),
  ],
  [
    /jwt malformed|invalid compact jws|not enough segments|invalid token format|token is malformed|IDX12741/i,
    (_, { known }) => ({
      words: words`What the API got is no JWT. Without an ${code('audience')} a tenant issues tokens that only it can read`,
      mend: copyAudience(known),
    }),
  ],
  [
    /no auth(?:orization)? token|missing bearer|bearer token (?:is )?(?:missing|required)|www-authenticate: bearer(?: realm="[^"]{0,80}")?\s*(?:\r?\n|$)/i,
    () => ({
      words: words`No token reached the API. It goes into the header ${code('Authorization: Bearer <token>')}; some proxies take that header away`,
      mend: openQuickstart('See how a client calls'),
    }),
  ],
]

function scopeNeeded(need: string, { known, client }: Context): Said {
  if (!need) return { words: words`The token is right, and lacks a scope that this call needs` }
  const lacking = words`The token is right, and lacks ${code(need)}, which this call needs`
  if (known.api.scopes.every(({ value }) => value !== need))
    return {
      words: words`${lacking}. ${known.api.name} does not define that scope`,
      mend: { kind: 'open', page: 'scopes', label: 'Open its scopes' },
    }
  if (!client) return { words: lacking }
  if (!client.access || !grantedScopes(client.access, known.api).includes(need))
    return { words: words`${lacking}. ${client.name} is not granted it`, mend: grant(client, [need]) }
  return {
    words: words`${lacking}. ${client.name} is granted it: it has to ask for it, or for no scope at all`,
    mend: { kind: 'ask', label: `Ask for ${need}`, clientId: client.id, scopes: [need] },
  }
}

function keyNotFound({ known: { api, issuer } }: Context): Said {
  if (api.signingAlgorithm.startsWith('HS'))
    return {
      words: words`The API’s code looks into the tenant’s JWKS, and tokens of this API are signed with its own secret (${api.signingAlgorithm}): verify with the signing secret, as the Quickstart shows`,
      mend: verify,
    }
  const jwks = `${issuer}.well-known/jwks.json`
  return {
    words: words`The key that signed the token is not in the set that the API’s code read: it reads another tenant’s, or keeps an old copy. It is at ${code(jwks)}`,
    mend: { kind: 'copy', label: 'Copy its address', text: jwks },
  }
}

function badSignature({ known: { api } }: Context): Said {
  return {
    words: api.signingAlgorithm.startsWith('HS')
      ? words`The API’s code verifies with another secret than this API’s signing secret, or with a public key; tokens of this API are signed with ${code(api.signingAlgorithm)}`
      : words`The API’s code verifies with another key than the tenant’s, or the token was changed on its way`,
    mend: verify,
  }
}
