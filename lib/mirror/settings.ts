import 'server-only'
import { dashboardDatabase } from '../dashboard-database/database'
import type { TenantSettings } from '../tenant-settings/tenant-settings'
import { shownSettings } from './settings-row'

/** The tenant's settings as they were last read; undefined before that. */
export async function mirroredSettings(): Promise<TenantSettings | undefined> {
  return (await shownSettings(await dashboardDatabase())) ?? undefined
}
