import type { Kysely, Selectable } from 'kysely'
import type { Tables } from '../../dashboard-database/tables.ts'
import type { ObservationTables } from '../tables.ts'
import { later, seenAt, Tally } from '../tally.ts'
import type { KnownEvent } from './known.ts'

type Row = Selectable<ObservationTables['observed_callers']>

/** A service behind a pool of addresses has a few dozen; what was not seen for longest makes room. */
const callersPerClient = 50

/** Who asked in a client's name, and whether they still get tokens. */
export async function foldCallers(trx: Kysely<Tables>, events: readonly KnownEvent[]) {
  const byClient = Map.groupBy(
    events.filter(({ clientId }) => clientId !== ''),
    ({ clientId }) => clientId,
  )
  if (byClient.size === 0) return
  const stored = Map.groupBy(
    await trx
      .selectFrom('observed_callers')
      .selectAll()
      .where('client_id', 'in', [...byClient.keys()])
      .execute(),
    (row) => row.client_id,
  )
  const tallies = [...byClient].map(([clientId, seen]) => {
    const rows = (stored.get(clientId) ?? []).map((row) => [keyOf(row), row] as const)
    const tally = new Tally<Row>(rows, callersPerClient)
    for (const event of seen) count(tally, event)
    return tally
  })
  await store(
    trx,
    tallies.flatMap((tally) => tally.changed()),
  )
  for (const row of tallies.flatMap((tally) => tally.removed())) await remove(trx, row)
}

function count(tally: Tally<Row>, { clientId, caller, at, outcome }: KnownEvent) {
  const who = { client_id: clientId, ip: caller.ip, user_agent: caller.userAgent, sdk: caller.sdk }
  tally.see(keyOf(who), (known) => ({
    ...who,
    ...seenAt(at, known),
    issued: (known?.issued ?? 0) + Number(outcome === 'issued'),
    refused: (known?.refused ?? 0) + Number(outcome === 'refused'),
    last_issued_at: outcome === 'issued' ? later(at, known?.last_issued_at) : (known?.last_issued_at ?? null),
    last_refused_at:
      outcome === 'refused' ? later(at, known?.last_refused_at) : (known?.last_refused_at ?? null),
  }))
}

const keyOf = ({ ip, user_agent, sdk }: Pick<Row, 'ip' | 'user_agent' | 'sdk'>) =>
  JSON.stringify([ip, user_agent, sdk])

async function store(trx: Kysely<Tables>, rows: Row[]) {
  if (rows.length === 0) return
  await trx
    .insertInto('observed_callers')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['client_id', 'ip', 'user_agent', 'sdk']).doUpdateSet((eb) => ({
        first_at: eb.ref('excluded.first_at'),
        last_at: eb.ref('excluded.last_at'),
        issued: eb.ref('excluded.issued'),
        refused: eb.ref('excluded.refused'),
        last_issued_at: eb.ref('excluded.last_issued_at'),
        last_refused_at: eb.ref('excluded.last_refused_at'),
      })),
    )
    .execute()
}

const remove = (trx: Kysely<Tables>, { client_id, ip, user_agent, sdk }: Row) =>
  trx
    .deleteFrom('observed_callers')
    .where('client_id', '=', client_id)
    .where('ip', '=', ip)
    .where('user_agent', '=', user_agent)
    .where('sdk', '=', sdk)
    .execute()
