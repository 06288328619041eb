import { z } from 'zod'
import { anything, formats, sized } from './formats.ts'
import { tenantFlags } from './tenant-flags.ts'
import { tenantLocales } from './tenant-locales.ts'
import { tokenQuota } from './token-quota-schema.ts'

const page = z
  .strictObject({ enabled: z.boolean().optional(), html: z.string().optional() })
  .nullable()
  .optional()
const flags = z.strictObject(Object.fromEntries(tenantFlags.map((flag) => [flag, z.boolean().optional()])))
const hours = z.int().min(1).optional()
const nullableBoolean = z.boolean().nullable().optional()
const quotaConfiguration = z.looseObject(tokenQuota.shape).optional()

const contentSecurityPolicy = z.strictObject({
  enabled: z.boolean().optional(),
  policies: z
    .array(
      z.strictObject({
        mode: z.enum(['enforcing', 'reporting']).optional(),
        directives: sized(z.record(z.string(), z.array(z.string().max(2048))), 0, 30).optional(),
        flags: z.array(z.enum(['upgrade-insecure-requests', 'block-all-mixed-content'])).optional(),
        reporting: z
          .strictObject({ report_uri: z.string().optional(), report_to_group: z.string().optional() })
          .nullable()
          .optional(),
      }),
    )
    .optional(),
  reporting_infrastructure: z
    .strictObject({
      report_to: z
        .strictObject({
          group: z.string().optional(),
          max_age: z.int().optional(),
          endpoints: z.array(z.strictObject({ url: z.string().optional() })).optional(),
        })
        .nullable()
        .optional(),
      reporting_endpoints: z.record(z.string(), z.string()).optional(),
    })
    .nullable()
    .optional(),
})

export const updateTenantSettings = sized(
  z.strictObject({
    change_password: page,
    device_flow: z
      .strictObject({
        charset: z.enum(['base20', 'digits']).optional(),
        mask: z.string().max(20).optional(),
      })
      .nullable()
      .optional(),
    guardian_mfa_page: page,
    default_audience: z.string().optional(),
    default_directory: z.string().optional(),
    error_page: z
      .strictObject({
        html: z.string().optional(),
        show_log_link: z.boolean().optional(),
        url: formats.absoluteUriOrEmpty.optional(),
      })
      .nullable()
      .optional(),
    default_token_quota: sized(
      z.strictObject({ clients: quotaConfiguration, organizations: quotaConfiguration }),
      1,
    )
      .nullable()
      .optional(),
    flags: flags.optional(),
    friendly_name: z.string().optional(),
    picture_url: formats.absoluteUriOrEmpty.optional(),
    support_email: formats.emailOrEmpty.optional(),
    support_url: formats.absoluteUriOrEmpty.optional(),
    allowed_logout_urls: z.array(formats.urlWithPlaceholders).optional(),
    session_lifetime: hours,
    session_lifetime_in_minutes: hours,
    idle_session_lifetime: hours,
    idle_session_lifetime_in_minutes: hours,
    ephemeral_session_lifetime: hours,
    idle_ephemeral_session_lifetime: hours,
    ephemeral_session_lifetime_in_minutes: hours,
    idle_ephemeral_session_lifetime_in_minutes: hours,
    sandbox_version: z.string().max(8).optional(),
    legacy_sandbox_version: z.string().max(8).optional(),
    // Not in the contract, but live tenants take it.
    universal_login: z
      .looseObject({
        colors: z
          .looseObject({
            primary: z.string().optional(),
            page_background: z.union([z.string(), anything]).optional(),
          })
          .optional(),
      })
      .nullable()
      .optional(),
    default_redirection_uri: formats.absoluteHttpsUriOrEmpty.optional(),
    enabled_locales: z.array(z.enum(tenantLocales)).min(1).optional(),
    security_headers: z
      .strictObject({
        content_security_policy: contentSecurityPolicy.nullable().optional(),
        x_xss_protection: z
          .strictObject({
            enabled: z.boolean().optional(),
            mode: z.literal('block').optional(),
            report_uri: z.string().optional(),
          })
          .nullable()
          .optional(),
      })
      .nullable()
      .optional(),
    session_cookie: z
      .strictObject({ mode: z.enum(['persistent', 'non-persistent']) })
      .nullable()
      .optional(),
    sessions: z.strictObject({ oidc_logout_prompt_enabled: z.boolean().optional() }).nullable().optional(),
    oidc_logout: z
      .strictObject({ rp_logout_end_session_endpoint_discovery: z.boolean().optional() })
      .optional(),
    customize_mfa_in_postlogin_action: nullableBoolean,
    allow_organization_name_in_authentication_api: nullableBoolean,
    acr_values_supported: z.array(z.string()).nullable().optional(),
    mtls: z.strictObject({ enable_endpoint_aliases: z.boolean().optional() }).nullable().optional(),
    pushed_authorization_requests_supported: nullableBoolean,
    authorization_response_iss_parameter_supported: nullableBoolean,
    skip_non_verifiable_callback_uri_confirmation_prompt: nullableBoolean,
    resource_parameter_profile: z.enum(['audience', 'compatibility']).optional(),
    client_id_metadata_document_supported: z.boolean().optional(),
    enable_ai_guide: z.boolean().optional(),
    phone_consolidated_experience: z.boolean().optional(),
    include_session_metadata_in_tenant_logs: z.boolean().optional(),
    dynamic_client_registration_security_mode: z.enum(['strict', 'permissive']).optional(),
    country_codes: z
      .strictObject({
        list: z.array(z.string().regex(/^[A-Z]{2}$/)).optional(),
        mode: z.enum(['allow', 'deny']).optional(),
      })
      .nullable()
      .optional(),
  }),
  1,
)
export type UpdateTenantSettings = z.output<typeof updateTenantSettings>
