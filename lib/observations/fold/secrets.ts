import type { Kysely } from 'kysely'
import type { Tables } from '../../dashboard-database/tables.ts'
import { later } from '../tally.ts'
import { type LogEntry, secretEvent } from '../token-event.ts'

/** When the secret of a client was set the last time, by whomever. */
export async function foldSecrets(trx: Kysely<Tables>, entries: readonly LogEntry[]) {
  const events = entries.flatMap((entry) => secretEvent(entry) ?? [])
  if (events.length === 0) return

  const stored = await trx
    .selectFrom('observed_secrets')
    .selectAll()
    .where(
      'client_id',
      'in',
      events.map(({ clientId }) => clientId),
    )
    .execute()
  const set = new Map(stored.map(({ client_id, set_at }) => [client_id, set_at]))
  for (const { clientId, at } of events) set.set(clientId, later(at, set.get(clientId)))
  await trx
    .insertInto('observed_secrets')
    .values([...set].map(([client_id, set_at]) => ({ client_id, set_at })))
    .onConflict((conflict) =>
      conflict.column('client_id').doUpdateSet((eb) => ({ set_at: eb.ref('excluded.set_at') })),
    )
    .execute()
}
