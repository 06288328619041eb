import type { Management } from 'auth0'
import { refreshTokenDefaults } from './management/client-defaults.ts'
import { newClientId, newClientSecret } from './management/ids.ts'
import type { StoredClient } from './storage/storage.ts'

/** The settings of a new tenant, as Auth0 makes them but for the APIs section, which is what Grantboard is for. */
export const tenantSettings = {
  friendly_name: 'Grantboard',
  default_audience: '',
  default_directory: '',
  enabled_locales: ['en'],
  flags: {
    allow_changing_enable_sso: false,
    cannot_change_enforce_client_authentication_on_passwordless_start: true,
    disable_impersonation: true,
    disable_clickjack_protection_headers: true,
    enable_apis_section: true,
    enable_public_signup_user_exists_error: true,
    enable_sso: true,
    enforce_client_authentication_on_passwordless_start: true,
    no_disclose_enterprise_connections: false,
    revoke_refresh_token_grant: false,
    universal_login: true,
    use_scope_descriptions_for_consent: false,
  },
  oidc_logout: { rp_logout_end_session_endpoint_discovery: true },
  picture_url: '',
  resource_parameter_profile: 'audience',
  sandbox_version: '22',
  session_cookie: { mode: 'persistent' },
  session_lifetime: 168,
  idle_session_lifetime: 72,
  ephemeral_session_lifetime: 72,
  idle_ephemeral_session_lifetime: 24,
  support_email: '',
  support_url: '',
  client_id_metadata_document_supported: false,
} satisfies Management.GetTenantSettingsResponseContent & { flags: Record<string, boolean> }

/** "All Applications": the client that every tenant has, that nobody made and nobody can delete. */
export const globalClient = (): StoredClient & { cross_origin_auth: boolean } => ({
  name: 'All Applications',
  client_id: newClientId(),
  client_secret: newClientSecret(),
  global: true,
  is_first_party: true,
  is_token_endpoint_ip_header_trusted: false,
  oidc_conformant: true,
  callbacks: [],
  jwt_configuration: { alg: 'RS256' },
  sso: false,
  sso_disabled: false,
  cross_origin_auth: false,
  custom_login_page_on: true,
  refresh_token: refreshTokenDefaults({}),
})
