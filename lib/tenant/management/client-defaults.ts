import type { StoredClient } from '../storage/storage.ts'
import type { CreateClient } from './client-schema.ts'
import { merge } from './merge.ts'

const day = 86400

/** Public clients can't keep a secret and so can't act as themselves. */
const isPublic = ({ app_type, token_endpoint_auth_method }: CreateClient) =>
  token_endpoint_auth_method
    ? token_endpoint_auth_method === 'none'
    : app_type === 'spa' || app_type === 'native'

/** A new client: what was asked for, and what Auth0 fills in for what was left out. */
export function newClient(
  asked: Omit<CreateClient, 'client_authentication_methods' | 'signed_request_object'>,
  identity: { client_id: string; client_secret: string },
): StoredClient {
  const { name, description, app_type, ...rest } = asked
  return {
    name,
    ...(description !== undefined && { description }),
    ...identity,
    ...(app_type && { app_type }),
    global: false,
    is_first_party: true,
    is_token_endpoint_ip_header_trusted: false,
    oidc_conformant: false,
    sso_disabled: false,
    // Live tenants leave it out of the answer for a plain machine client.
    ...((app_type !== 'non_interactive' || rest.token_quota) && { cross_origin_authentication: false }),
    grant_types: [
      'authorization_code',
      'implicit',
      'refresh_token',
      ...(isPublic(asked) ? [] : ['client_credentials']),
    ],
    custom_login_page_on: true,
    ...merge({}, rest),
    jwt_configuration: { secret_encoded: false, lifetime_in_seconds: 36000, ...asked.jwt_configuration },
    refresh_token: { ...refreshTokenDefaults(asked), ...asked.refresh_token },
  }
}

/**
 * Refresh tokens of a client that proves itself with a secret or a key last a year (a month unused), those of
 * any other a month (15 days unused), as live tenants answer.
 */
export function refreshTokenDefaults(client: {
  token_endpoint_auth_method?: string | null
  client_authentication_methods?: object | null
  refresh_token?: { expiration_type?: string } | null
}) {
  const method = client.token_endpoint_auth_method
  const confidential = (method && method !== 'none') || client.client_authentication_methods
  const infinite = client.refresh_token?.expiration_type !== 'expiring'
  return {
    rotation_type: 'non-rotating' as const,
    expiration_type: 'non-expiring' as const,
    leeway: 0,
    token_lifetime: confidential ? 365.25 * day : 30 * day,
    infinite_token_lifetime: infinite,
    infinite_idle_token_lifetime: infinite,
    idle_token_lifetime: confidential ? 30 * day : 15 * day,
  }
}
