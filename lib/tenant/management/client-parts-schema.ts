import { z } from 'zod'
import { formats, sized, text } from './formats.ts'

const appTypes = [
  'native',
  'spa',
  'regular_web',
  'non_interactive',
  'resource_server',
  'express_configuration',
  'rms',
  'box',
  'cloudbees',
  'concur',
  'dropbox',
  'mscrm',
  'echosign',
  'egnyte',
  'newrelic',
  'office365',
  'salesforce',
  'sentry',
  'sharepoint',
  'slack',
  'springcm',
  'zendesk',
  'zoom',
  'sso_integration',
  'oag',
] as const

export const appType = z.enum(appTypes)
export const authMethod = z.enum(['none', 'client_secret_post', 'client_secret_basic'])
export const enabled = sized(z.strictObject({ enabled: z.boolean().optional() }), 1)
export const fedcmGoogle = sized(z.strictObject({ is_enabled: z.boolean().optional() }), 1)
export const organizationUsage = z.enum(['deny', 'allow', 'require'])
export const requireBehavior = z.enum(['no_prompt', 'pre_login_prompt', 'post_login_prompt'])

export const backchannelLogout = z.looseObject({
  backchannel_logout_urls: z.array(formats.absoluteHttpsUriWithPlaceholdersOrEmpty).optional(),
  backchannel_logout_initiators: z
    .looseObject({
      mode: z.enum(['custom', 'all']).optional(),
      selected_initiators: z
        .array(
          z.enum([
            'rp-logout',
            'idp-logout',
            'password-changed',
            'session-expired',
            'session-revoked',
            'account-deleted',
            'email-identifier-changed',
            'mfa-phone-unenrolled',
            'account-deactivated',
          ]),
        )
        .optional(),
    })
    .optional(),
  backchannel_logout_session_metadata: z
    .looseObject({ include: z.boolean().optional() })
    .nullable()
    .optional(),
})

export const sessionTransfer = z.strictObject({
  can_create_session_transfer_token: z.boolean().optional(),
  enforce_cascade_revocation: z.boolean().optional(),
  allowed_authentication_methods: z
    .array(z.enum(['cookie', 'query']))
    .nullable()
    .optional(),
  enforce_device_binding: z.enum(['ip', 'asn', 'none']).optional(),
  allow_refresh_token: z.boolean().optional(),
  enforce_online_refresh_tokens: z.boolean().optional(),
  delegation: z
    .strictObject({
      allow_delegated_access: z.boolean().optional(),
      enforce_device_binding: z.enum(['ip', 'asn']).optional(),
    })
    .nullable()
    .optional(),
})

export const refreshToken = z.strictObject({
  rotation_type: z.enum(['rotating', 'non-rotating']),
  expiration_type: z.enum(['expiring', 'non-expiring']),
  leeway: z.int().min(0).optional(),
  token_lifetime: z.int().min(1).max(157788000).optional(),
  infinite_token_lifetime: z.boolean().optional(),
  idle_token_lifetime: z.int().min(1).optional(),
  infinite_idle_token_lifetime: z.boolean().optional(),
  policies: z
    .array(
      z.strictObject({
        audience: z.string().min(1).max(600),
        scope: z.array(z.string().min(1).max(280)),
      }),
    )
    .min(1)
    .nullable()
    .optional(),
})

export const expressConfiguration = z.strictObject({
  initiate_login_uri_template: formats.expressLoginUri,
  user_attribute_profile_id: formats.userAttributeProfileId,
  connection_profile_id: formats.connectionProfileId,
  enable_client: z.boolean(),
  enable_organization: z.boolean(),
  linked_clients: z.array(z.strictObject({ client_id: formats.clientId })).optional(),
  okta_oin_client_id: formats.clientId,
  admin_login_domain: text,
  oin_submission_id: z.string().min(1).max(200).optional(),
})

export const myOrganization = z.strictObject({
  connection_profile_id: formats.connectionProfileId.optional(),
  user_attribute_profile_id: formats.userAttributeProfileId.optional(),
  allowed_strategies: z.array(
    z.enum(['pingfederate', 'adfs', 'waad', 'google-apps', 'okta', 'oidc', 'samlp']),
  ),
  connection_deletion_behavior: z.enum(['allow', 'allow_if_empty']),
  invitation_landing_client_id: formats.clientId.optional(),
})

export const ipAllowlist = z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])).optional()
export const approvalChannels = z.array(z.enum(['guardian-push', 'email'])).min(1)

export const tokenExchange = z.strictObject({
  allow_any_profile_of_type: z
    .array(z.enum(['custom_authentication', 'on_behalf_of_token_exchange']))
    .optional(),
})

/** Newer than the published contract: a part of the product that is on or off for a client. */
export const activation = z.strictObject({ active: z.boolean() })

export const b2bIntegration = z.strictObject({
  sso_profiles: z.array(text).max(1).optional(),
  integration_type: z.enum(['custom_auth_server', 'third_party', 'application']).optional(),
})
