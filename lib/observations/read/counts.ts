import type { Kysely } from 'kysely'
import type { Tables } from '../../dashboard-database/tables.ts'
import { type Span, unitsOf } from '../span.ts'

/** The counts of a span up to `now`, to select from; `unit` is the hour or the day since 1970. */
export function countsOf(db: Kysely<Tables>, span: Span, now: Date) {
  const units = unitsOf(span, now)
  const from = units[0] ?? 0
  return span === '24h'
    ? db
        .selectFrom('observed_hours')
        .select(['client_id', 'audience', 'hour as unit', 'issued', 'refused'])
        .where('hour', '>=', from)
        .as('counts')
    : db
        .selectFrom('observed_days')
        .select(['client_id', 'audience', 'day as unit', 'issued', 'refused'])
        .where('day', '>=', from)
        .as('counts')
}
