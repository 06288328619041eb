'use server'

import { redirect } from 'next/navigation'
import { adminCall } from '@/lib/action'
import type { ActionResult } from '@/lib/action-state'
import { slotOf } from '@/lib/changes/change-set'
import { createSet, putSteps, submitSet, takeOutSteps } from '@/lib/changes/set-store'
import { routes } from '@/lib/routes'
import { type DraftEdit, draftEdit, draftSetId } from './schema'

/** Keeps an edit of the matrix in its draft change set, or begins one; the value is the set's id. */
export async function saveDraft(edit: DraftEdit): Promise<ActionResult<string>> {
  return adminCall(draftEdit, edit, async ({ setId, put, out }, admin) => {
    const steps = put.map((change) => ({ change }))
    if (!setId) return createSet({ admin, origin: 'matrix' }, steps)
    await putSteps(setId, admin, steps)
    await takeOutSteps(
      setId,
      admin,
      out.map((of) => slotOf({ kind: 'grant.delete', ...of, clientName: '', apiName: '', from: nothing })),
    )
    return setId
  })
}

/** Offers the draft for review and leads to its plan. */
export async function reviewDraft(setId: string): Promise<ActionResult> {
  return adminCall(draftSetId, setId, async (id, admin) => {
    await submitSet(id, admin)
    redirect(routes.changeSet(id))
  })
}

const nothing = { scope: [], allScopes: false }
