import type { Kysely } from 'kysely'
import type { Change, Snapshot, Subject } from '../changes/change.ts'
import type { Tables } from '../dashboard-database/tables.ts'
import type { LogEntry } from './log-entry.ts'

/** A change that was made elsewhere, as the record keeps one. */
export type Difference = {
  object: string
  subject: Subject
  change: Change
  before: Snapshot | null
  after: Snapshot | null
}

/** How a change made elsewhere came to be known: what is kept of it under one `setId`, of when, whose and by which means. */
export type Found = { setId: string; at: string; author: string; reason: string }

/** Who did it and with what, as far as the log tells. */
export const foundInLog = (entry: LogEntry): Found => ({
  setId: crypto.randomUUID(),
  at: entry.date,
  author: authorOf(entry),
  reason: meansOf(entry),
})

/** Keeps what somebody did elsewhere. What is found under a `setId` that was there already is added to it. */
export async function recordElsewhere(
  trx: Kysely<Tables>,
  { setId: set_id, at, author, reason }: Found,
  differences: Difference[],
): Promise<void> {
  if (differences.length === 0) return
  await trx
    .insertInto('change_sets')
    .values({ id: set_id, at, author, origin: 'elsewhere', reason })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const rows = differences.map(({ object, subject, change, before, after }) => ({
    ...{ set_id, at, author, object },
    kind: change.kind,
    subject: JSON.stringify(subject),
    change: JSON.stringify(change),
    before: before && JSON.stringify(before),
    after: after && JSON.stringify(after),
    state: 'applied' as const,
    reason: null,
  }))
  for (let start = 0; start < rows.length; start += rowsPerStatement)
    await trx
      .insertInto('changes')
      .values(rows.slice(start, start + rowsPerStatement))
      .execute()
}

/** SQLite takes 32,766 values in a statement. */
const rowsPerStatement = 500

/** The correlation ids, of these, that the dashboard's own writes had. */
export async function ownCorrelationIds(trx: Kysely<Tables>, entries: LogEntry[]): Promise<Set<string>> {
  const ids = entries.flatMap((entry) => correlationIdOf(entry) ?? [])
  if (ids.length === 0) return new Set()
  const [written, recorded] = await Promise.all([
    trx
      .selectFrom('mirror_own_writes')
      .select('correlation_id as id')
      .where('correlation_id', 'in', ids)
      .execute(),
    trx.selectFrom('change_sets').select('id').where('id', 'in', ids).execute(),
  ])
  return new Set([...written, ...recorded].map(({ id }) => id))
}

export const correlationIdOf = ({ references, details }: LogEntry) =>
  references?.correlation_id ?? details?.request?.correlation_id

export const unknownAuthor = 'Somebody'

/** The person, or else the client whose token it was. */
function authorOf({ user_name, client_name, client_id, details }: LogEntry): string {
  const user = details?.request?.auth?.user
  return user?.email || user?.name || user_name || client_name || client_id || unknownAuthor
}

/** "Terraform-Provider-Auth0/1.14, seen in the tenant’s log" */
function meansOf({ user_agent, auth0_client, details }: LogEntry): string {
  const sdk = auth0_client?.name && [auth0_client.name, auth0_client.version].filter(Boolean).join(' ')
  const program = sdk || user_agent || details?.request?.userAgent || 'Management API'
  return `${program.slice(0, 120)}, seen in the tenant’s log`
}
