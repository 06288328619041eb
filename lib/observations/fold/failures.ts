import type { Kysely, Selectable } from 'kysely'
import type { Tables } from '../../dashboard-database/tables.ts'
import type { ObservationTables } from '../tables.ts'
import { seenAt, Tally } from '../tally.ts'
import type { KnownEvent } from './known.ts'

type Row = Selectable<ObservationTables['observed_failures']>
type Refused = Extract<KnownEvent, { outcome: 'refused' }>

/** The dozen known reasons for a few APIs, and what else an Action may say. */
const failuresPerClient = 50

/** Why a client was refused, for which API, how often, and since when. */
export async function foldFailures(trx: Kysely<Tables>, events: readonly KnownEvent[]) {
  const byClient = Map.groupBy(events.filter(isFailure), ({ clientId }) => clientId)
  if (byClient.size === 0) return
  const stored = Map.groupBy(
    await trx
      .selectFrom('observed_failures')
      .selectAll()
      .where('client_id', 'in', [...byClient.keys()])
      .execute(),
    (row) => row.client_id,
  )
  const tallies = [...byClient].map(([clientId, seen]) => {
    const rows = (stored.get(clientId) ?? []).map((row) => [keyOf(row), row] as const)
    const tally = new Tally<Row>(rows, failuresPerClient)
    for (const event of seen) count(tally, event)
    return tally
  })
  await store(
    trx,
    tallies.flatMap((tally) => tally.changed()),
  )
  for (const row of tallies.flatMap((tally) => tally.removed())) await remove(trx, row)
}

const isFailure = (event: KnownEvent): event is Refused =>
  event.outcome === 'refused' && event.clientId !== ''

function count(tally: Tally<Row>, { clientId, audience, at, reason, said }: Refused) {
  const what = { client_id: clientId, audience, reason: reason === 'other' ? said : reason }
  tally.see(keyOf(what), (known) => ({
    ...what,
    ...seenAt(at, known),
    said: saidLast(known, at, said),
    count: (known?.count ?? 0) + 1,
  }))
}

const keyOf = ({ audience, reason }: Pick<Row, 'audience' | 'reason'>) => JSON.stringify([audience, reason])

/** Of two of the same millisecond it is always the same one, whichever is told first. */
export function saidLast(known: { last_at: string; said: string } | undefined, at: string, said: string) {
  if (!known || known.last_at < at) return said
  return known.last_at === at && said > known.said ? said : known.said
}

async function store(trx: Kysely<Tables>, rows: Row[]) {
  if (rows.length === 0) return
  await trx
    .insertInto('observed_failures')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['client_id', 'audience', 'reason']).doUpdateSet((eb) => ({
        said: eb.ref('excluded.said'),
        first_at: eb.ref('excluded.first_at'),
        last_at: eb.ref('excluded.last_at'),
        count: eb.ref('excluded.count'),
      })),
    )
    .execute()
}

const remove = (trx: Kysely<Tables>, { client_id, audience, reason }: Row) =>
  trx
    .deleteFrom('observed_failures')
    .where('client_id', '=', client_id)
    .where('audience', '=', audience)
    .where('reason', '=', reason)
    .execute()
