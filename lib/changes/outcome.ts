import 'server-only'
import { AppError } from '../errors'
import type { Outcome } from './change'
import { namedIn } from './named-in'
import { type Attempt, record } from './store'

/** What is said of a change that ended in a bug. */
export const brokeDown =
  'Grantboard broke down while carrying it out. It is not known whether the tenant changed.'

/** Records what the change did. An AppError when it can't: the tenant has changed, and that must not look undone. */
export async function recordDone(attempt: Attempt, outcome: Outcome): Promise<void> {
  await record({ ...attempt, key: outcome.created ?? attempt.key }, outcome).catch((cause) => {
    const message =
      'The tenant made the change, but Grantboard could not record it. Check that its database (DATABASE_URL or DATA_DIR) is there and has room.'
    throw new AppError('unavailable', message, { cause })
  })
}

/** Records why the change was not made. */
export async function recordFailed(attempt: Attempt, reason: string): Promise<void> {
  await record(attempt, { subject: namedIn(attempt.change), before: null, after: null }, reason)
}
