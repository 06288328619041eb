import type { Management } from 'auth0'
import type { Insertable, Kysely } from 'kysely'
import { toTenantSettings } from '../tenant-settings/tenant-settings.ts'
import type { MirrorTables } from './tables.ts'

export type SettingsRow = Insertable<MirrorTables['mirror_settings']>

/** What of the tenant's settings is shown. */
export function toSettingsRow(settings: Management.GetTenantSettingsResponseContent): SettingsRow {
  const { friendlyName, defaultAudience, apisEnabled, tokenQuota } = toTenantSettings(settings)
  return {
    id: 1,
    friendly_name: friendlyName,
    default_audience: defaultAudience,
    apis_enabled: Number(apisEnabled),
    token_quota: tokenQuota && JSON.stringify(tokenQuota),
  }
}

export async function putSettings(db: Kysely<MirrorTables>, row: SettingsRow) {
  const { id: _, ...columns } = row
  await db
    .insertInto('mirror_settings')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute()
}
