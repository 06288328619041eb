import type { Management } from 'auth0'
import type { Insertable, Kysely } from 'kysely'
import { type TenantSettings, toTenantSettings } from '../tenant-settings/tenant-settings.ts'
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

/** The settings as they were last read, or null before that. */
export async function shownSettings(db: Kysely<MirrorTables>): Promise<TenantSettings | null> {
  const row = await db.selectFrom('mirror_settings').selectAll().executeTakeFirst()
  return row ? settingsOf(row) : null
}

export const settingsOf = (row: SettingsRow): TenantSettings => ({
  friendlyName: row.friendly_name,
  defaultAudience: row.default_audience,
  apisEnabled: row.apis_enabled === 1,
  tokenQuota: row.token_quota ? JSON.parse(row.token_quota) : null,
})
