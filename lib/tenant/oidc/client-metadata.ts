import { createPublicKey } from 'node:crypto'
import type { AdapterPayload } from 'oidc-provider'
import type { StoredClient } from '../storage/storage.ts'
import { type AssertionCredential, usesAssertions } from './assertion-credentials.ts'

const grantTypes = ['authorization_code', 'refresh_token', 'client_credentials']

/** What of Auth0's client oidc-provider has no name for, and reads back as `client.<name>`. */
export type Auth0Metadata = {
  is_first_party?: boolean
  allowed_origins?: string[]
  refresh_token?: StoredClient['refresh_token']
}
export const auth0Metadata = ['is_first_party', 'allowed_origins', 'refresh_token'] as const

/**
 * A client in the words of RFC 7591, for oidc-provider; `credentials` are the keys it may authenticate with. Undefined
 * for a client that lacks the secret or the keys that its authentication method asks for: nobody can authenticate as
 * it. One malformed callback must not lock the client out, so what oidc-provider would refuse is left out.
 */
export function clientMetadata(
  client: StoredClient,
  credentials: AssertionCredential[],
): AdapterPayload | undefined {
  const authentication = authenticationMetadata(client, credentials)
  if (!authentication) return undefined

  const isNative = (client.callbacks ?? []).some((uri) => !isWeb(uri))
  const redirectUris = (client.callbacks ?? []).filter(isNative ? isNativeCallback : isWeb)
  const allowed = client.grant_types ?? []
  const grants = grantTypes.filter((type) => allowed.includes(type))

  return {
    client_id: client.client_id,
    client_name: client.name,
    ...authentication,
    application_type: isNative ? 'native' : 'web',
    grant_types: grants,
    response_types: grants.includes('authorization_code') && redirectUris.length ? ['code'] : [],
    redirect_uris: redirectUris,
    id_token_signed_response_alg: 'RS256',
    is_first_party: client.is_first_party ?? true,
    allowed_origins: allowedOrigins(client),
    refresh_token: client.refresh_token ?? undefined,
  }
}

function authenticationMetadata(client: StoredClient, credentials: AssertionCredential[]) {
  if (client.token_endpoint_auth_method === 'none') return { token_endpoint_auth_method: 'none' as const }
  if (usesAssertions(client)) {
    if (!credentials.length) return undefined
    return { token_endpoint_auth_method: 'private_key_jwt' as const, jwks: { keys: credentials.map(toJwk) } }
  }
  if (!client.client_secret || client.client_authentication_methods) return undefined
  return { token_endpoint_auth_method: 'client_secret_post' as const, client_secret: client.client_secret }
}

const toJwk = ({ pem, kid, alg }: AssertionCredential) => ({
  ...createPublicKey(pem).export({ format: 'jwk' }),
  kid,
  alg,
  use: 'sig',
})

/** Where a browser may talk to the tenant from on behalf of this client. */
export const allowedOrigins = ({ allowed_origins, web_origins }: StoredClient) => [
  ...(allowed_origins ?? []),
  ...(web_origins ?? []),
]

const isWeb = (uri: string) => /^https?:\/\/[^#*]+$/.test(uri) && URL.canParse(uri)

/** RFC 8252 section 7: a private scheme, plain HTTP on a loopback address, or claimed HTTPS elsewhere. */
function isNativeCallback(uri: string) {
  if (!URL.canParse(uri) || /[#*]/.test(uri)) return false
  const { protocol, hostname } = new URL(uri)
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  if (protocol === 'http:') return isLoopback
  if (protocol === 'https:') return !isLoopback
  return !['javascript:', 'vbscript:', 'data:', 'blob:', 'file:', 'about:'].includes(protocol)
}
