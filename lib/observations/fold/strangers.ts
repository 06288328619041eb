import type { Kysely, Selectable } from 'kysely'
import type { Tables } from '../../dashboard-database/tables.ts'
import type { ObservationTables } from '../tables.ts'
import { seenAt, Tally } from '../tally.ts'
import { saidLast } from './failures.ts'
import type { KnownEvent } from './known.ts'

type Row = Selectable<ObservationTables['observed_strangers']>

const keptStrangers = 200

/** The requests of those who named no client of the tenant: how often, and from where the last time. */
export async function foldStrangers(trx: Kysely<Tables>, events: readonly KnownEvent[]) {
  if (events.every(({ clientId }) => clientId !== '')) return
  const stored = await trx.selectFrom('observed_strangers').selectAll().execute()
  const tally = new Tally<Row>(
    stored.map((row) => [keyOf(row), row]),
    keptStrangers,
  )
  for (const event of events) if (event.clientId === '') count(tally, event)

  const changed = tally.changed()
  if (changed.length > 0) await store(trx, changed)
  for (const { client_id, reason } of tally.removed())
    await trx
      .deleteFrom('observed_strangers')
      .where('client_id', '=', client_id)
      .where('reason', '=', reason)
      .execute()
}

function count(tally: Tally<Row>, event: KnownEvent) {
  if (event.outcome === 'issued') return
  const { claimed, at, reason, said, caller } = event
  const who = { client_id: claimed, reason }
  tally.see(keyOf(who), (known) => ({
    ...who,
    ...seenAt(at, known),
    said: saidLast(known, at, said),
    ip: known && known.last_at > at ? known.ip : caller.ip,
    count: (known?.count ?? 0) + 1,
  }))
}

const keyOf = ({ client_id, reason }: Pick<Row, 'client_id' | 'reason'>) =>
  JSON.stringify([client_id, reason])

const store = (trx: Kysely<Tables>, rows: Row[]) =>
  trx
    .insertInto('observed_strangers')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['client_id', 'reason']).doUpdateSet((eb) => ({
        ip: eb.ref('excluded.ip'),
        said: eb.ref('excluded.said'),
        first_at: eb.ref('excluded.first_at'),
        last_at: eb.ref('excluded.last_at'),
        count: eb.ref('excluded.count'),
      })),
    )
    .execute()
