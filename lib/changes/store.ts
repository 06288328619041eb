import 'server-only'
import { dashboardDatabase } from '../dashboard-database/database'
import type { Admin } from '../session'
import type { Change, Outcome, Snapshot } from './change'
import { addEvent } from './set-store'

/** A change as somebody asked for it: at once, or as a step of a set that was planned. */
export type Attempt = {
  setId: string
  admin: Admin
  change: Change
  key: string
  step?: number
  /** The recorded change that it takes back. */
  undoes?: number
}

/** Keeps what a change came to; the set it belongs to is made with its first change. */
export async function record(
  { setId, admin, change, key, step, undoes }: Attempt,
  outcome: Pick<Outcome, 'subject' | 'before' | 'after'>,
  reason?: string,
): Promise<void> {
  const at = new Date().toISOString()
  const db = await dashboardDatabase()
  const state = reason === undefined ? 'applied' : 'failed'
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('change_sets')
      .values({ id: setId, at, author: admin.email, reason: null })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
    await trx
      .insertInto('changes')
      .values({
        set_id: setId,
        at,
        author: admin.email,
        kind: change.kind,
        object: key,
        subject: JSON.stringify(outcome.subject),
        change: JSON.stringify(change),
        before: outcome.before && JSON.stringify(outcome.before),
        after: outcome.after && JSON.stringify(outcome.after),
        state,
        reason: reason ?? null,
        step,
        undoes,
      })
      .execute()
    if (step) await addEvent(trx, { setId, kind: state, step, said: reason })
  })
}

const lookBack = 50

/**
 * Who brought the object into the state that `made` recognizes in a record's `after`, and when; undefined when
 * none of its latest changes did, so that it was done outside the dashboard.
 */
export async function whoMade(
  key: string,
  made: (after: Snapshot | null) => boolean,
): Promise<{ author: string; at: string } | undefined> {
  const db = await dashboardDatabase()
  const rows = await db
    .selectFrom('changes')
    .select(['author', 'at', 'after'])
    .where('object', '=', key)
    .where('state', '=', 'applied')
    .orderBy('id', 'desc')
    .limit(lookBack)
    .execute()
  const row = rows.find(({ after }) => made(after && JSON.parse(after)))
  return row && { author: row.author, at: row.at }
}
