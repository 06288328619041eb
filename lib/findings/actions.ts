'use server'

import { refresh } from 'next/cache'
import { adminAction, adminCall } from '@/lib/action'
import type { ActionResult, ActionState } from '@/lib/action-state'
import { dashboardDatabase } from '@/lib/dashboard-database/database'
import { type FindingName, findingName, type SnoozeInput, snoozeInput } from './schema'

const day = 86_400_000

/** Puts a finding aside for some days; it comes back by itself. */
export async function snoozeFinding(
  name: FindingName,
  _: ActionState<SnoozeInput>,
  input: SnoozeInput,
): Promise<ActionState<SnoozeInput>> {
  return adminAction(snoozeInput, input, async ({ reason, days }, admin) => {
    const now = Date.now()
    const snooze = {
      reason,
      author: admin.email,
      at: new Date(now).toISOString(),
      until: new Date(now + Number(days) * day).toISOString(),
    }
    const db = await dashboardDatabase()
    await db
      .insertInto('snoozes')
      .values({ ...findingName.parse(name), ...snooze })
      .onConflict((conflict) => conflict.columns(['kind', 'object']).doUpdateSet(snooze))
      .execute()
    refresh()
    return undefined
  })
}

/** Shows a finding again that was put aside; nothing happens when it was back already. */
export async function takeBackSnooze(name: FindingName): Promise<ActionResult> {
  return adminCall(findingName, name, async ({ kind, object }) => {
    const db = await dashboardDatabase()
    await db.deleteFrom('snoozes').where('kind', '=', kind).where('object', '=', object).execute()
    refresh()
  })
}
