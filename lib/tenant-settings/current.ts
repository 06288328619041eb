import 'server-only'
import { management } from '../management/management'
import { mirroredSettings } from '../mirror/settings'
import { type TenantSettings, toTenantSettings } from './tenant-settings'

/**
 * The tenant's settings, which every page shows a part of: as they were last read. Until then one call; throws an
 * AppError when that fails.
 */
export async function currentSettings(): Promise<TenantSettings> {
  return (
    (await mirroredSettings()) ?? toTenantSettings(await management((api) => api.tenants.settings.get({})))
  )
}
