import 'server-only'
import { dashboardDatabase } from '../dashboard-database/database'
import type { TenantSettings } from '../tenant-settings/tenant-settings'

/** The tenant's settings as they were last read; undefined before that. */
export async function mirroredSettings(): Promise<TenantSettings | undefined> {
  const db = await dashboardDatabase()
  const row = await db.selectFrom('mirror_settings').selectAll().executeTakeFirst()
  return (
    row && {
      friendlyName: row.friendly_name,
      defaultAudience: row.default_audience,
      apisEnabled: row.apis_enabled === 1,
      tokenQuota: row.token_quota && JSON.parse(row.token_quota),
    }
  )
}
