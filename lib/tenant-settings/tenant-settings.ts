import type { Management } from 'auth0'

/** What of the tenant's settings the dashboard shows and changes. */
export type TenantSettings = {
  friendlyName: string
  /** The audience of a token request that names none; empty for none. */
  defaultAudience: string
  /** Account > Advanced > Settings > "Enable APIs Section". */
  apisEnabled: boolean
}

export function toTenantSettings(settings: Management.GetTenantSettingsResponseContent): TenantSettings {
  return {
    friendlyName: settings.friendly_name ?? '',
    defaultAudience: settings.default_audience ?? '',
    // A tenant that was never asked to hide them shows them.
    apisEnabled: settings.flags?.enable_apis_section ?? true,
  }
}
