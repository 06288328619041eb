import type { StoredClient } from '../storage/storage.ts'
import { backchannelLogout } from './client-logout.ts'
import type { CreateClient } from './client-schema.ts'
import { newClientId, newThirdPartyClientId } from './ids.ts'
import { merge } from './merge.ts'
import { sessionTransferDefaults } from './session-transfer.ts'

const day = 86400

type Asked = Omit<
  CreateClient,
  'client_authentication_methods' | 'signed_request_object' | 'token_vault_privileged_access'
>

const isApi = ({ app_type }: Asked) => app_type === 'resource_server'
/** Clients of others that are held to OAuth's security best practice. */
const isStrict = ({ third_party_security_mode }: Asked) => third_party_security_mode === 'strict'

export const clientIdFor = (asked: Asked) => (isStrict(asked) ? newThirdPartyClientId() : newClientId())

/** A new client: what was asked for, and what Auth0 fills in for what was left out. */
export function newClient(
  asked: Asked,
  identity: { client_id: string; client_secret: string },
): StoredClient {
  const { name, description, app_type, oidc_logout, oidc_backchannel_logout, ...rest } = asked
  return {
    name,
    ...(description !== undefined && { description }),
    ...identity,
    ...(app_type && { app_type }),
    global: false,
    is_first_party: true,
    is_token_endpoint_ip_header_trusted: false,
    oidc_conformant: isApi(asked) || asked.is_first_party === false,
    sso_disabled: false,
    ...(!isBareMachine(asked) && { cross_origin_authentication: false }),
    grant_types: grantTypes(asked),
    custom_login_page_on: true,
    ...merge({}, rest),
    ...(asked.session_transfer && {
      session_transfer: { ...sessionTransferDefaults, ...merge({}, asked.session_transfer) },
    }),
    ...backchannelLogout(oidc_logout ?? oidc_backchannel_logout),
    jwt_configuration: { secret_encoded: false, ...(asked.jwt_configuration ?? idTokens(asked)) },
    refresh_token: {
      ...refreshTokenDefaults(asked),
      ...(isStrict(asked) && { expiration_type: 'expiring', infinite_idle_token_lifetime: false }),
      ...asked.refresh_token,
    },
  }
}

/** Recordings of live tenants leave `cross_origin_authentication` out of a machine with nothing but its type. */
function isBareMachine({ name: _, app_type, token_endpoint_auth_method: __, ...rest }: Asked) {
  return app_type === 'non_interactive' && Object.keys(rest).length === 0
}

function grantTypes(asked: Asked) {
  if (isApi(asked)) return []
  if (isStrict(asked)) return ['authorization_code']
  const grants = ['authorization_code', 'implicit', 'refresh_token']
  // A public client can't keep a secret and so can't act as itself.
  return asked.token_endpoint_auth_method === 'none' ? grants : [...grants, 'client_credentials']
}

function idTokens(asked: Asked): StoredClient['jwt_configuration'] {
  if (isApi(asked)) return { alg: 'RS256' }
  return isStrict(asked) ? { alg: 'RS256', lifetime_in_seconds: 3600 } : { lifetime_in_seconds: 36000 }
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
