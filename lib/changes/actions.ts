'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { adminCall } from '@/lib/action'
import type { ActionResult } from '@/lib/action-state'
import { AppError } from '@/lib/errors'
import { routes } from '@/lib/routes'
import { planOf } from './plan/plan'
import { readPicture } from './plan/read-picture'
import { readSet } from './read-set'
import { rebased } from './rebase'
import { applySetInput, setId, stepOfSet, undoInput } from './schema'
import { discardSet, giveReason, putSteps, startSet, stopSet, takeOutSteps } from './set-store'
import { planUndo } from './undo'

/** Gives a set to the queue, which applies it whether or not anybody looks on. Also goes on with one that stopped. */
export async function applyChangeSet(input: { setId: string; reason: string }): Promise<ActionResult> {
  return adminCall(applySetInput, input, async ({ setId, reason }, admin) => {
    if (reason) await giveReason(setId, admin, reason)
    await startSet(setId, admin)
    refresh()
  })
}

/** Asks the queue to stop after the changes that are on their way. */
export async function stopChangeSet(id: string): Promise<ActionResult> {
  return adminCall(setId, id, (id, admin) => stopSet(id, admin))
}

/** Lets go of a set that was not applied. It is kept in the record and out of the way. */
export async function discardChangeSet(id: string): Promise<ActionResult> {
  return adminCall(setId, id, async (id, admin) => {
    await discardSet(id, admin)
    refresh() // a matrix that is kept for going back has to forget the draft
    redirect(routes.activity())
  })
}

/** Takes one change out of a set that was not applied yet. */
export async function leaveOutChange(input: { setId: string; slot: string }): Promise<ActionResult> {
  return adminCall(stepOfSet, input, async ({ setId, slot }, admin) => {
    await takeOutSteps(setId, admin, [slot])
    refresh()
  })
}

/** Makes one change of a set anew, upon what the tenant holds now. */
export async function rebaseChange(input: { setId: string; slot: string }): Promise<ActionResult> {
  return adminCall(stepOfSet, input, async ({ setId, slot }, admin) => {
    const step = (await readSet(setId))?.steps.find((step) => step.slot === slot)
    if (!step) throw new AppError('not_found', 'This change is no longer part of the set.')
    const [planned] = planOf([step], await readPicture([step.change])).steps
    const change = rebased(step.change, planned?.held ?? null)
    if (change) await putSteps(setId, admin, [{ change, slot, undoes: step.undoes ?? undefined }])
    else await takeOutSteps(setId, admin, [slot])
    refresh()
  })
}

/** Plans what takes an applied set back, or some of its changes, and opens that plan. */
export async function undoChangeSet(input: { setId: string; recordIds?: number[] }): Promise<ActionResult> {
  return adminCall(undoInput, input, async ({ setId, recordIds }, admin) => {
    redirect(routes.changeSet(await planUndo(setId, admin, recordIds)))
  })
}
