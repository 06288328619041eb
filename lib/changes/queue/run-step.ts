import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { dashboardDatabase } from '../../dashboard-database/database'
import { AppError } from '../../errors'
import { carryOut } from '../carry-out/carry-out'
import { type Change, type Outcome, objectKey } from '../change'
import type { ChangeSet, Step } from '../change-set'
import { exclusively } from '../exclusively'
import { brokeDown, recordDone, recordFailed } from '../outcome'
import { addEvent } from '../set-store'
import type { Attempt } from '../store'
import { settle } from './settle'

/** Pauses before a change is tried again that the tenant did not answer, in milliseconds. */
const pausesMs = [500, 1000, 2000, 4000, 8000, 15_000]

/** The tenant does not answer, so that nothing can be said of the change in hand or done about those after it. */
export class Interrupted extends AppError {}

/**
 * Makes one change of a set, exactly once, and sets down what came of it. That it begins is written first, so that
 * after a crash the tenant is asked whether it was made. Rejects with Interrupted when the tenant is silent for long;
 * the change then stays begun.
 */
export async function runStep(set: ChangeSet, step: Step, change: Change, author: string): Promise<void> {
  const { id: setId } = set
  const key = objectKey(change)
  const attempt: Attempt = { setId, admin: { email: author }, change, key, step: step.id }
  if (step.undoes) attempt.undoes = step.undoes

  await exclusively(key, setId, async () => {
    const crashed = step.state === 'begun'
    const begunAt = crashed && step.stateAt ? step.stateAt : new Date().toISOString()
    if (!crashed) await addEvent(await dashboardDatabase(), { setId, step: step.id, kind: 'begun' })

    const uncertain = { change, setId, begunAt }
    const end = await makeSure(uncertain, crashed).catch((error) => failure(error, change))
    if ('failed' in end) return recordFailed(attempt, end.failed)
    if (!('skipped' in end) && !end.nothingDone) return recordDone(attempt, end)
    const said = 'skipped' in end ? end.skipped : 'The tenant was as wanted already.'
    await addEvent(await dashboardDatabase(), { setId, step: step.id, kind: 'skipped', said })
  })
}

/** Tries until the change is made or refused. What nobody answered is looked for before it is tried again. */
async function makeSure(
  uncertain: { change: Change; setId: string; begunAt: string },
  crashed: boolean,
): Promise<Outcome> {
  let unknown = crashed
  for (let attempt = 0; ; attempt++) {
    try {
      const made = unknown ? await settle(uncertain) : undefined
      return made ?? (await carryOut(uncertain.change, uncertain.setId))
    } catch (error) {
      const wait = pausesMs[attempt]
      if (!isTransient(error)) throw error
      if (wait === undefined) throw await lastWord(uncertain, error)
      unknown = true
      await pause(wait)
    }
  }
}

/** After the last attempt: a tenant that still answers questions refuses this change; a silent one refuses all. */
async function lastWord(uncertain: Parameters<typeof settle>[0], error: AppError): Promise<AppError> {
  const silent = await settle(uncertain).then(
    () => false,
    (error) => isTransient(error),
  )
  return silent ? new Interrupted('unavailable', error.message, { cause: error }) : error
}

const isTransient = (error: unknown): error is AppError =>
  error instanceof AppError && error.code === 'unavailable' && !(error instanceof Interrupted)

function failure(error: unknown, { kind }: Change): { failed: string } | { skipped: string } {
  if (error instanceof Interrupted) throw error
  const isGone = error instanceof AppError && error.code === 'not_found' && kind.endsWith('.delete')
  if (isGone) return { skipped: 'It was gone from the tenant already.' }
  return { failed: error instanceof AppError ? error.message : brokeDown }
}
