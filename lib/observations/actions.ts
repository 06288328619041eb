'use server'

import { adminCall } from '@/lib/action'
import type { ActionResult } from '@/lib/action-state'
import { dashboardDatabase } from '@/lib/dashboard-database/database'
import { grantParties } from '@/lib/grants/schema'
import { lookNow } from '@/lib/mirror/look-now'
import type { LastToken } from './last-token'
import { lastTokenFor } from './read/last-tokens'
import { observedState } from './read/observed'

/**
 * The last token of a client for an API, after a look at the tenant's log; `failed` when the tenant can't be reached.
 */
export async function readLastToken(of: {
  clientId: string
  audience: string
}): Promise<ActionResult<LastToken>> {
  return adminCall(grantParties, of, async (of) => {
    await lookNow()
    const db = await dashboardDatabase()
    const [at, { since }] = await Promise.all([lastTokenFor(db, of), observedState(db)])
    return { at, since }
  })
}
