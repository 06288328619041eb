import 'server-only'
import { management } from '../../management/management'
import { type TenantSettings, toTenantSettings } from '../../tenant-settings/tenant-settings'
import type { ChangeOf, Outcome } from '../change'
import { refuseDrift } from '../conflict'
import type { WriteOptions } from './write-options'

/** Changes the named settings only; the value is what the tenant holds now. */
export async function updateSettings(
  { from, to }: ChangeOf<'settings.update'>,
  options: WriteOptions,
): Promise<Outcome<TenantSettings>> {
  const current = toTenantSettings(await management((api) => api.tenants.settings.get({})))
  await refuseDrift('The tenant', 'settings', { from, to }, current)

  const { friendlyName, defaultAudience, apisEnabled } = to
  const updated = await management((api) =>
    api.tenants.settings.update(
      {
        ...(friendlyName !== undefined && { friendly_name: friendlyName }),
        ...(defaultAudience !== undefined && { default_audience: defaultAudience }),
        ...(apisEnabled !== undefined && { flags: { enable_apis_section: apisEnabled } }),
      },
      options,
    ),
  )
  const before = Object.fromEntries(Object.entries(current).filter(([name]) => name in to))
  return { value: toTenantSettings(updated), subject: {}, before, after: { ...to } }
}
