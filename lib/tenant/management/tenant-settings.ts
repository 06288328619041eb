import type { Management } from 'auth0'
import type { z } from 'zod'
import type { clientQuery } from './client-query.ts'
import { pickFields } from './fields.ts'
import { merge } from './merge.ts'
import type { Call } from './route.ts'
import type { UpdateTenantSettings } from './tenant-settings-schema.ts'

export async function getTenantSettings({ tenant, query }: Call<z.output<typeof clientQuery>>) {
  const settings: Management.GetTenantSettingsResponseContent = {
    ...(await tenant.storage.settings.get()),
    sandbox_versions_available: ['22', '18'],
  }
  return pickFields(settings, query)
}

/** Flags are merged into the known ones; null removes a setting, or a part of one. */
export async function updateTenantSettings(call: Call<undefined, UpdateTenantSettings>) {
  const { tenant, body } = call
  const { flags, ...settings } = body
  return tenant.storage.settings.update((current) => ({
    ...merge(current, inHours(settings)),
    flags: { ...current.flags, ...flags },
  }))
}

/** Lifetimes may be given in minutes and are answered in hours, as fractions of them. */
function inHours(settings: object): object {
  const entries = Object.entries(settings).map(([name, value]) =>
    name.endsWith('_in_minutes') ? [name.replace(/_in_minutes$/, ''), value / 60] : [name, value],
  )
  return Object.fromEntries(entries)
}
