import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { ManagementError } from './errors.ts'
import { listAnswer, pagingQuery } from './paging.ts'
import { type RequiredScopes, type Route, route } from './route.ts'

type Scopes = Extract<RequiredScopes, unknown[]>

/**
 * What Auth0's tools look at whatever they are used for, and this tenant never has any of: such lists are empty, and
 * such settings are off. Settings may be written as they were read, so that an export can be imported again; any
 * other change is refused.
 */
// biome-ignore format: a table is read by its columns
export const absentFeatures: Route[] = [
  none('/actions/actions',                       'actions',                 ['read:actions']),
  none('/connections',                           'connections',             ['read:connections']),
  none('/connections-directory-provisionings',   'directory_provisionings', ['read:connections']),
  none('/custom-domains',                        'custom_domains',          ['read:custom_domains']),
  none('/event-streams',                         'eventStreams',            ['read:event_streams']),
  none('/flows',                                 'flows',                   ['read:flows']),
  none('/flows/vault/connections',               'connections',             ['read:flows_vault_connections']),
  none('/forms',                                 'forms',                   ['read:forms']),
  none('/log-streams',                           'log_streams',             ['read:log_streams']),
  none('/prompts/rendering',                     'configs',                 ['read:prompts']),
  none('/rules',                                 'rules',                   ['read:rules']),
  none('/rules-configs',                         'configs',                 ['read:rules_configs']),
  none('/self-service-profiles',                 'self_service_profiles',   ['read:self_service_profiles']),
  none('/token-exchange-profiles',               'token_exchange_profiles', ['read:token_exchange_profiles']),

  off('/actions/triggers',                       { triggers: [] },          ['read:actions']),
  off('/attack-protection/bot-detection',        {},                        ['read:attack_protection']),
  off('/attack-protection/captcha',              {},                        ['read:attack_protection']),
  off('/branding/phone/providers',               { providers: [] },         ['read:phone_providers']),
  off('/branding/phone/templates',               { templates: [] },         ['read:phone_templates']),
  off('/prompts',                                {},                        ['read:prompts']),
  off('/prompts/:prompt/custom-text/:language',  {},                        ['read:prompts']),
  off('/prompts/:prompt/partials',               {},                        ['read:prompts']),

  ...setting('PATCH', '/attack-protection/breached-password-detection', { enabled: false }, ['read:attack_protection'], ['update:attack_protection']),
  ...setting('PATCH', '/attack-protection/brute-force-protection',      { enabled: false }, ['read:attack_protection'], ['update:attack_protection']),
  ...setting('PATCH', '/attack-protection/suspicious-ip-throttling',    { enabled: false }, ['read:attack_protection'], ['update:attack_protection']),
  ...setting('PATCH', '/risk-assessments/settings',                     { enabled: false }, ['read:attack_protection'], ['update:attack_protection']),
  ...setting('PATCH', '/risk-assessments/settings/new-device',         { remember_for: 0 }, ['read:attack_protection'], ['update:attack_protection']),
  ...setting('PATCH', '/supplemental-signals',                   { akamai_enabled: false }, ['read:attack_protection'], ['update:attack_protection']),
  ...setting('PUT',   '/guardian/policies',                      [],                        ['read:mfa_policies'],      ['update:mfa_policies']),
]

function none(path: string, key: string, scopes: Scopes): Route {
  return route('GET', path, 200, scopes, { query: pagingQuery }, async ({ query }) =>
    listAnswer(key, query, { items: [], total: 0 }),
  )
}

function off(path: string, value: object, scopes: Scopes): Route {
  return route('GET', path, 200, scopes, {}, async () => value)
}

function setting(
  method: 'PATCH' | 'PUT',
  path: string,
  value: object,
  read: Scopes,
  update: Scopes,
): Route[] {
  const write = route(method, path, 200, update, { body: z.unknown() }, async ({ body }) => {
    if (isDeepStrictEqual(body, value)) return value
    throw new ManagementError(403, 'This tenant does not have that feature', 'operation_not_supported')
  })
  return [off(path, value, read), write]
}
