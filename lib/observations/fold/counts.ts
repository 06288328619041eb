import type { Kysely } from 'kysely'
import type { Tables } from '../../dashboard-database/tables.ts'
import { dayOf, hourOf, keptDays, keptHours } from '../span.ts'
import type { KnownEvent } from './known.ts'

type Count = { client_id: string; audience: string; at: number; issued: number; refused: number }

/** Adds to the counts per hour and per day, and drops those that are too old. */
export async function foldCounts(trx: Kysely<Tables>, events: readonly KnownEvent[]) {
  await addHours(trx, countsOf(events, hourOf))
  await addDays(trx, countsOf(events, dayOf))
}

async function addHours(trx: Kysely<Tables>, counts: Count[]) {
  await trx
    .insertInto('observed_hours')
    .values(counts.map(({ at, ...count }) => ({ ...count, hour: at })))
    .onConflict((conflict) =>
      conflict.columns(['client_id', 'audience', 'hour']).doUpdateSet((eb) => ({
        issued: eb('observed_hours.issued', '+', eb.ref('excluded.issued')),
        refused: eb('observed_hours.refused', '+', eb.ref('excluded.refused')),
      })),
    )
    .execute()
  await trx
    .deleteFrom('observed_hours')
    .where('hour', '<=', (eb) =>
      eb.selectFrom('observed_hours').select((max) => max(max.fn.max('hour'), '-', keptHours).as('oldest')),
    )
    .execute()
}

async function addDays(trx: Kysely<Tables>, counts: Count[]) {
  await trx
    .insertInto('observed_days')
    .values(counts.map(({ at, ...count }) => ({ ...count, day: at })))
    .onConflict((conflict) =>
      conflict.columns(['client_id', 'audience', 'day']).doUpdateSet((eb) => ({
        issued: eb('observed_days.issued', '+', eb.ref('excluded.issued')),
        refused: eb('observed_days.refused', '+', eb.ref('excluded.refused')),
      })),
    )
    .execute()
  await trx
    .deleteFrom('observed_days')
    .where('day', '<=', (eb) =>
      eb.selectFrom('observed_days').select((max) => max(max.fn.max('day'), '-', keptDays).as('oldest')),
    )
    .execute()
}

function countsOf(events: readonly KnownEvent[], spanOf: (at: string) => number): Count[] {
  const counts = new Map<string, Count>()
  for (const { clientId, audience, at, outcome } of events) {
    const span = spanOf(at)
    const key = `${span} ${clientId} ${audience}`
    const count = counts.get(key) ?? { client_id: clientId, audience, at: span, issued: 0, refused: 0 }
    count[outcome] += 1
    counts.set(key, count)
  }
  return [...counts.values()]
}
