import 'server-only'
import { AppError } from '../errors'
import { management } from '../management/management'
import { type TenantSettings, toTenantSettings } from './tenant-settings'

const freshFor = 60_000

let remembered: { settings: TenantSettings; at: number } | undefined

/**
 * The tenant's settings, which every page shows a part of: read at most once a minute, and as they were last known
 * while the tenant can't be asked. Throws an AppError when they were never known.
 */
export async function currentSettings(): Promise<TenantSettings> {
  if (remembered && Date.now() - remembered.at < freshFor) return remembered.settings
  try {
    return rememberSettings(toTenantSettings(await management((api) => api.tenants.settings.get({}))))
  } catch (error) {
    if (remembered && error instanceof AppError) return remembered.settings
    throw error
  }
}

/** What was just read from the tenant or written to it. */
export function rememberSettings(settings: TenantSettings): TenantSettings {
  remembered = { settings, at: Date.now() }
  return settings
}
