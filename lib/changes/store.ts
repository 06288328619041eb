import 'server-only'
import { dashboardDatabase } from '../dashboard-database/database'
import type { Admin } from '../session'
import type { Change, Outcome, RecordedChange, Snapshot } from './change'

type Attempt = { setId: string; admin: Admin; change: Change; key: string }

/** Keeps what a change came to; the set it belongs to is made with its first change. */
export async function record(
  { setId, admin, change, key }: Attempt,
  outcome: Pick<Outcome, 'subject' | 'before' | 'after'>,
  reason?: string,
): Promise<void> {
  const at = new Date().toISOString()
  const db = await dashboardDatabase()
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
        state: reason === undefined ? 'applied' : 'failed',
        reason: reason ?? null,
      })
      .execute()
  })
}

/** A window of the record, the latest change first, and how many there are. */
export async function readChanges(
  skip: number,
  take: number,
): Promise<{ changes: RecordedChange[]; total: number }> {
  const db = await dashboardDatabase()
  const [rows, { total }] = await Promise.all([
    db.selectFrom('changes').selectAll().orderBy('id', 'desc').offset(skip).limit(take).execute(),
    db
      .selectFrom('changes')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  const changes = rows.map(({ set_id, subject, before, after, change: _, object: __, ...row }) => ({
    ...row,
    setId: set_id,
    subject: JSON.parse(subject),
    before: before && JSON.parse(before),
    after: after && JSON.parse(after),
  }))
  return { changes, total }
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
