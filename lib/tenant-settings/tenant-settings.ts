import type { Management } from 'auth0'
import { type Quota, toQuota } from '../tokens/quota'

/** What of the tenant's settings the dashboard shows and changes. */
export type TenantSettings = {
  friendlyName: string
  /** The audience of a token request that names none; empty for none. */
  defaultAudience: string
  /** Account > Advanced > Settings > "Enable APIs Section". */
  apisEnabled: boolean
  /** How many tokens a client without a quota of its own may be issued. */
  tokenQuota: Quota | null
}

export function toTenantSettings(settings: Management.GetTenantSettingsResponseContent): TenantSettings {
  return {
    friendlyName: settings.friendly_name ?? '',
    defaultAudience: settings.default_audience ?? '',
    // A tenant that was never asked to hide them shows them.
    apisEnabled: settings.flags?.enable_apis_section ?? true,
    tokenQuota: toQuota(settings.default_token_quota?.clients),
  }
}
