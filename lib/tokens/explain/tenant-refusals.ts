import { grantedScopes } from '../token'
import { code, listed, words } from '../words'
import type { Known } from './explanation'
import { copyAudience, copyGrantType, grant, openQuickstart } from './mends'
import { nearMiss } from './near'
import type { Context, Rule, Said } from './rule'

/** What a tenant says at its token endpoint. */
export const tenantRefusals: Rule[] = [
  [
    /Client has not been granted scopes?:\s{0,4}([^"\n<}]{1,2000})/i,
    ([, list = ''], context) =>
      scopesMissing(
        list
          .split(/,\s*/)
          .map((scope) => scope.trim())
          .filter(Boolean),
        context,
      ),
  ],
  [
    /is not authorized to access (?:resource server )?"([^"\n]{1,600})"/i,
    ([, audience = ''], context) => notAuthorized(audience, context),
  ],
  [/Service not found: ?([^"\s<}]{1,600})/i, ([, audience = ''], { known }) => noSuchApi(audience, known)],
  [
    /Service not enabled within domain: ?([^"\s<}]{1,600})/i,
    ([, audience = ''], { known }) => ({
      words: words`The API ${code(audience)} is not one of this tenant: it was deleted, or belongs to another`,
      mend: copyAudience(known),
    }),
  ],
  [
    /Grant type '?([\w:.-]{1,80})'? not allowed for the client|unauthorized_client/i,
    ([, type = 'client_credentials'], { client }) => ({
      words: words`${client?.name ?? 'The client'} may not use the grant type ${code(type)}`,
      mend: client && { kind: 'open', page: 'client', clientId: client.id, label: 'Change its grant types' },
    }),
  ],
  [
    /Non-global clients are not allowed access to APIv1/i,
    (_, { known }) => ({
      words: words`The request names no API, and the tenant has no default audience: send ${code('audience')} with ${code(known.api.identifier)}`,
      mend: copyAudience(known),
    }),
  ],
  [
    /Client quota exceeded|too_many_requests|\b429\b[^\n]{0,40}Too Many Requests/i,
    (_, { client }) => ({
      words: words`${client?.name ?? 'The client'} has asked for too many tokens. It has to keep a token until shortly before it expires; the answer’s ${code('Retry-After')} says when it may ask again`,
      mend: openQuickstart('See how to keep a token'),
    }),
  ],
  [
    /Missing required parameter:? '?(\w{1,40})/i,
    ([, name = '']) => ({
      words: words`The request lacks ${code(name)}, or it is in the query instead of the body`,
      mend: openQuickstart('See a whole request'),
    }),
  ],
  [
    /unsupported_grant_type/i,
    () => ({
      words: words`The tenant does not know the grant type: it has to be ${code('client_credentials')}, to the letter`,
      mend: copyGrantType,
    }),
  ],
  [
    /"?error_description"?\s{0,4}[:=]\s{0,4}"?Unauthorized\b|invalid_client|Client authentication failed/i,
    (_, context) => wrongSecret(context),
  ],
  [
    /parameter organization is required/i,
    (_, { client }) => ({
      words: words`The client’s grant is for requests that name an ${code('organization')}`,
      mend: { kind: 'open', page: 'clients', clientId: client?.id, label: 'Open its authorization' },
    }),
  ],
]

function scopesMissing(scopes: string[], { known, client }: Context): Said {
  const { api } = known
  const strangers = scopes.filter((scope) => api.scopes.every(({ value }) => value !== scope))
  const who = client?.name ?? 'The client'
  if (strangers.length > 0)
    return {
      words: words`${api.name} does not define ${listed(strangers)}, so nobody can be granted it`,
      mend: { kind: 'open', page: 'scopes', label: 'Open its scopes' },
    }
  const asked = words`${who} asked for ${listed(scopes)}`
  if (!client)
    return { words: words`${asked}, which its grant lacks; one scope too many and it gets no token at all` }
  if (!client.access)
    return { words: words`${asked}, and by now it is not authorized at all`, mend: grant(client, scopes) }
  const granted = grantedScopes(client.access, api)
  const lacking = scopes.filter((scope) => !granted.includes(scope))
  if (lacking.length === 0)
    return {
      words: words`${who} asked for ${listed(scopes)}. It is granted by now: ask again`,
      mend: { kind: 'ask', label: 'Ask for it here', clientId: client.id, scopes },
    }
  return {
    words: words`${who} is not granted ${listed(lacking)}; one scope too many and it gets no token at all`,
    mend: grant(client, lacking),
  }
}

function notAuthorized(audience: string, { known, client }: Context): Said {
  const { api } = known
  const who = client?.name ?? 'The client'
  if (audience !== api.identifier) {
    const near = nearMiss(audience, api.identifier)
    return {
      words: near
        ? words`It asked for ${code(audience)}: ${near}`
        : words`${who} is not authorized for ${code(audience)}, which is another API than this one`,
      mend: near && copyAudience(known),
    }
  }
  if (api.isClosed)
    return {
      words: words`${api.name} issues tokens to no client: its policy for clients is ${code('deny_all')}`,
    }
  if (!client)
    return {
      words: words`The client is not authorized for ${api.name}`,
      mend: { kind: 'open', page: 'clients', label: 'Authorize a client' },
    }
  if (client.access)
    return {
      words: words`${who} was not authorized for ${api.name}. It is by now: ask again`,
      mend: { kind: 'ask', label: 'Ask again here', clientId: client.id, scopes: [] },
    }
  return { words: words`${who} is not authorized for ${api.name}`, mend: grant(client, []) }
}

function noSuchApi(audience: string, known: Known): Said {
  const { api } = known
  const near = nearMiss(audience, api.identifier)
  return {
    words: near
      ? words`The tenant has no API ${code(audience)}: ${near}`
      : audience === api.identifier
        ? words`The tenant that was asked does not have this API: it was another tenant, or the API is newer than the answer`
        : words`The tenant has no API ${code(audience)}. The ${code('audience')} is an API’s identifier, to the letter; this one’s is ${code(api.identifier)}`,
    mend: audience === api.identifier ? undefined : copyAudience(known),
  }
}

function wrongSecret({ given, known, client }: Context): Said {
  const id = given.client_id?.value
  if (id && !client && known.complete)
    return {
      words: words`This tenant has no client ${code(id)}: the client ID is wrong, or belongs to another tenant`,
    }
  if (client?.authMethod === 'private_key_jwt')
    return {
      words: words`${client.name} proves itself with a key, so a secret is refused`,
      mend: {
        kind: 'open',
        page: 'credentials',
        clientId: client.id,
        label: 'Open its credentials',
      },
    }
  return {
    words: words`The client ID or the secret is wrong: rotated meanwhile, cut off when it was copied, or of another client`,
    mend: client && { kind: 'open', page: 'credentials', clientId: client.id, label: 'Open its credentials' },
  }
}
