import { z } from 'zod'
import { clientAddons } from './client-addons-schema.ts'
import {
  certificateCredential,
  credentialId,
  publicKeyCredential,
  subjectDnCredential,
} from './client-credential-schema.ts'
import {
  activation,
  approvalChannels,
  appType,
  authMethod,
  b2bIntegration,
  backchannelLogout,
  enabled,
  expressConfiguration,
  fedcmGoogle,
  ipAllowlist,
  myOrganization,
  organizationUsage,
  refreshToken,
  requireBehavior,
  sessionTransfer,
  tokenExchange,
} from './client-parts-schema.ts'
import { anything, formats, readableName, sized, text } from './formats.ts'
import { tokenQuota } from './token-quota-schema.ts'

/** What creating and updating take alike. */
const common = {
  description: z.string().max(140).optional(),
  logo_uri: formats.absoluteUriOrEmpty.optional(),
  callbacks: z.array(formats.callbackUrl).optional(),
  oidc_logout: backchannelLogout.optional(),
  oidc_backchannel_logout: backchannelLogout.optional(),
  session_transfer: sessionTransfer.nullable().optional(),
  allowed_origins: z.array(formats.urlWithPlaceholders).optional(),
  web_origins: z.array(formats.urlWithPlaceholders).optional(),
  client_aliases: z.array(text).optional(),
  allowed_clients: z.array(text).optional(),
  allowed_logout_urls: z.array(formats.urlWithPlaceholders).optional(),
  grant_types: z.array(text).optional(),
  is_token_endpoint_ip_header_trusted: z.boolean().optional(),
  app_type: appType.optional(),
  is_first_party: z.boolean().optional(),
  oidc_conformant: z.boolean().optional(),
  jwt_configuration: z
    .looseObject({
      lifetime_in_seconds: z.int().optional(),
      secret_encoded: z.boolean().optional(),
      scopes: anything.optional(),
      alg: z.enum(['HS256', 'RS256', 'RS512', 'PS256']).optional(),
    })
    .optional(),
  encryption_key: z
    .looseObject({ pub: z.string().optional(), cert: z.string().optional(), subject: z.string().optional() })
    .nullable()
    .optional(),
  sso: z.boolean().optional(),
  cross_origin_authentication: z.boolean().optional(),
  sso_disabled: z.boolean().optional(),
  custom_login_page_on: z.boolean().optional(),
  addons: clientAddons.optional(),
  client_metadata: sized(z.record(z.string().max(255), z.string().max(255).nullable()), 0, 10).optional(),
  mobile: z
    .looseObject({
      android: z
        .looseObject({
          app_package_name: z.string().optional(),
          sha256_cert_fingerprints: z.array(text).min(1).optional(),
        })
        .optional(),
      ios: z
        .looseObject({ team_id: z.string().optional(), app_bundle_identifier: z.string().optional() })
        .optional(),
    })
    .optional(),
  initiate_login_uri: formats.absoluteHttpsUriWithPlaceholdersOrEmpty.optional(),
  refresh_token: refreshToken.nullable().optional(),
  default_organization: z
    .strictObject({
      organization_id: formats.organizationId,
      flows: z.array(z.literal('client_credentials')),
    })
    .nullable()
    .optional(),
  require_pushed_authorization_requests: z.boolean().optional(),
  require_proof_of_possession: z.boolean().optional(),
  compliance_level: z
    .enum(['none', 'fapi1_adv_pkj_par', 'fapi1_adv_mtls_par', 'fapi2_sp_pkj_mtls', 'fapi2_sp_mtls_mtls'])
    .nullable()
    .optional(),
  par_request_expiry: z.int().min(10).max(600).nullable().optional(),
  third_party_security_mode: z.enum(['strict', 'permissive']).optional(),
  redirection_policy: z.enum(['allow_always', 'open_redirect_protection']).optional(),
}

export const createClient = z.strictObject({
  name: readableName,
  ...common,
  token_endpoint_auth_method: authMethod.optional(),
  cross_origin_loc: formats.url.optional(),
  custom_login_page: text.optional(),
  custom_login_page_preview: text.optional(),
  form_template: text.optional(),
  native_social_login: sized(
    z.strictObject({ apple: enabled.optional(), facebook: enabled.optional(), google: enabled.optional() }),
    1,
  ).optional(),
  fedcm_login: sized(z.strictObject({ google: fedcmGoogle.optional() }), 1).optional(),
  organization_usage: organizationUsage.optional(),
  organization_require_behavior: requireBehavior.optional(),
  organization_discovery_methods: z
    .array(z.enum(['email', 'organization_name']))
    .min(1)
    .optional(),
  client_authentication_methods: sized(
    z.strictObject({
      private_key_jwt: z.strictObject({ credentials: z.array(publicKeyCredential) }).optional(),
      tls_client_auth: z.strictObject({ credentials: z.array(subjectDnCredential) }).optional(),
      self_signed_tls_client_auth: z.strictObject({ credentials: z.array(certificateCredential) }).optional(),
    }),
    1,
    1,
  ).optional(),
  signed_request_object: z
    .strictObject({ required: z.boolean().optional(), credentials: z.array(publicKeyCredential).optional() })
    .optional(),
  token_vault_privileged_access: z
    .strictObject({ credentials: z.array(publicKeyCredential), ip_allowlist: ipAllowlist })
    .optional(),
  skip_non_verifiable_callback_uri_confirmation_prompt: z.boolean().optional(),
  token_exchange: tokenExchange.optional(),
  token_quota: tokenQuota.optional(),
  resource_server_identifier: z.string().min(1).max(600).optional(),
  identity_assertion_authorization_grant: activation.optional(),
  anonymous_sessions: activation.optional(),
  b2b_integration_configuration: b2bIntegration.optional(),
  express_configuration: expressConfiguration.optional(),
  my_organization_configuration: myOrganization.optional(),
  async_approval_notification_channels: approvalChannels.optional(),
})
export type CreateClient = z.output<typeof createClient>

const credentialIds = z.strictObject({ credentials: z.array(credentialId) }).optional()

export const updateClient = sized(
  z.strictObject({
    name: readableName.optional(),
    ...common,
    client_secret: text.optional(),
    token_endpoint_auth_method: authMethod.nullable().optional(),
    cross_origin_loc: formats.url.nullable().optional(),
    custom_login_page: z.string().optional(),
    custom_login_page_preview: z.string().optional(),
    form_template: z.string().optional(),
    native_social_login: sized(
      z.strictObject({
        apple: enabled.nullable().optional(),
        facebook: enabled.nullable().optional(),
        google: enabled.nullable().optional(),
      }),
      1,
    )
      .nullable()
      .optional(),
    fedcm_login: sized(z.strictObject({ google: fedcmGoogle.nullable().optional() }), 1)
      .nullable()
      .optional(),
    organization_usage: organizationUsage.nullable().optional(),
    organization_require_behavior: requireBehavior.nullable().optional(),
    organization_discovery_methods: z
      .array(z.enum(['email', 'organization_name']))
      .min(1)
      .nullable()
      .optional(),
    client_authentication_methods: sized(
      z.strictObject({
        private_key_jwt: credentialIds,
        tls_client_auth: credentialIds,
        self_signed_tls_client_auth: credentialIds,
      }),
      1,
      1,
    )
      .nullable()
      .optional(),
    // The contract has no null here, but live tenants take it.
    signed_request_object: z
      .strictObject({ required: z.boolean().optional(), credentials: z.array(credentialId).optional() })
      .nullable()
      .optional(),
    token_vault_privileged_access: z
      .strictObject({ credentials: z.array(credentialId), ip_allowlist: ipAllowlist })
      .optional(),
    skip_non_verifiable_callback_uri_confirmation_prompt: z.boolean().nullable().optional(),
    token_exchange: tokenExchange.nullable().optional(),
    token_quota: tokenQuota.nullable().optional(),
    identity_assertion_authorization_grant: activation.nullable().optional(),
    anonymous_sessions: activation.nullable().optional(),
    b2b_integration_configuration: b2bIntegration.nullable().optional(),
    express_configuration: expressConfiguration.nullable().optional(),
    my_organization_configuration: myOrganization.nullable().optional(),
    async_approval_notification_channels: approvalChannels.nullable().optional(),
  }),
  1,
)
export type UpdateClient = z.output<typeof updateClient>
