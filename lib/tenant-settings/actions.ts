'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { adminAction, adminCall } from '@/lib/action'
import type { ActionResult, ActionState } from '@/lib/action-state'
import { apply } from '@/lib/changes/apply'
import { asConflict, changedFields } from '@/lib/changes/form'
import { type TenantSettingsInput, tenantSettingsInput } from './schema'

/** Saves what differs between `opened`, the values the page was rendered with, and the input. */
export async function updateTenantSettings(
  opened: TenantSettingsInput,
  previous: ActionState<TenantSettingsInput>,
  input: TenantSettingsInput,
): Promise<ActionState<TenantSettingsInput>> {
  return adminAction(tenantSettingsInput, input, (settings, admin) =>
    asConflict<TenantSettingsInput>(async () => {
      const change = changedFields(opened, settings, previous)
      if (!change) return
      await apply({ kind: 'settings.update', ...change }, admin)
      refresh()
    }),
  )
}

/** Account > Advanced > Settings > "Enable APIs Section". */
export async function setApisEnabled(enabled: boolean): Promise<ActionResult> {
  return adminCall(z.boolean(), enabled, async (enabled, admin) => {
    const change = { from: { apisEnabled: !enabled }, to: { apisEnabled: enabled } }
    await apply({ kind: 'settings.update', ...change }, admin)
    refresh()
  })
}
