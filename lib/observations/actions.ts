'use server'

import { adminCall } from '@/lib/action'
import type { ActionResult } from '@/lib/action-state'
import { dashboardDatabase } from '@/lib/dashboard-database/database'
import { grantParties } from '@/lib/grants/schema'
import type { LastToken } from './last-token'
import { lastTokenFor } from './read/last-tokens'
import { observedState } from './read/observed'

/** The last token of a client for an API, as far as the tenant's log was read. No Management API call. */
export async function readLastToken(of: {
  clientId: string
  audience: string
}): Promise<ActionResult<LastToken>> {
  return adminCall(grantParties, of, async (of) => {
    const db = await dashboardDatabase()
    const [at, { since }] = await Promise.all([lastTokenFor(db, of), observedState(db)])
    return { at, since }
  })
}
