'use server'

import { adminCall } from '@/lib/action'
import type { ActionResult } from '@/lib/action-state'
import { apply } from '@/lib/changes/apply'
import { findGrant } from './find-grant'
import type { Access } from './grant'
import { authorizedClients } from './queries'
import { type AccessChange, accessChange, grantParties } from './schema'

/**
 * Authorizes, narrows, widens or revokes: one read and at most one write. The value is what the client may do now;
 * `conflict` when the tenant does not hold `from`. The page is not rendered again.
 */
export async function setAccess(change: AccessChange): Promise<ActionResult<Access | null>> {
  return adminCall(accessChange, change, ({ from, to, ...of }, admin) => {
    if (!to) return from ? apply({ kind: 'grant.delete', ...of, from }, admin) : Promise.resolve(null)
    return from
      ? apply({ kind: 'grant.update', ...of, from, to }, admin)
      : apply({ kind: 'grant.create', ...of, to }, admin)
  })
}

/** What the client may do at the API at this moment; null when it is not authorized. */
export async function readAccess(of: {
  clientId: string
  audience: string
}): Promise<ActionResult<Access | null>> {
  return adminCall(grantParties, of, async ({ clientId, audience }) => {
    const grant = await findGrant(clientId, audience)
    return grant && { scope: grant.scope, allScopes: grant.allScopes }
  })
}

/** Who may call the API: the first 100 clients by name, and the one with `clientId`, if it may. No call. */
export async function readAuthorizedClients(of: { audience: string; clientId?: string }) {
  return adminCall(grantParties.partial({ clientId: true }), of, ({ audience, clientId }) =>
    authorizedClients(audience, clientId),
  )
}
