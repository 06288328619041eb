import 'server-only'
import { AppError } from '../errors'
import type { Admin } from '../session'
import { carryOut, type ValueOf } from './carry-out/carry-out'
import { type ChangeKind, type ChangeOf, objectKey } from './change'
import { exclusively } from './exclusively'
import { brokeDown, recordDone, recordFailed } from './outcome'

/**
 * Writes one change to the tenant at once: reads the current state, refuses when it is not what the change was made
 * upon, writes, records. Resolves with what the change is for (an id, a secret, an access). Throws an AppError, a
 * ConflictError among them, that says why not; what failed is recorded with the reason. Changes of one set share `setId`.
 */
export async function apply<Kind extends ChangeKind>(
  change: ChangeOf<Kind>,
  admin: Admin,
  setId: string = crypto.randomUUID(),
): Promise<ValueOf<Kind>> {
  const key = objectKey(change)
  const attempt = { setId, admin, change, key }
  return exclusively(key, setId, async () => {
    const outcome = await carryOut<Kind>(change, setId).catch(async (error) => {
      await recordFailed(attempt, error instanceof AppError ? error.message : brokeDown)
      throw error
    })
    if (!outcome.nothingDone) await recordDone(attempt, outcome)
    return outcome.value
  })
}
