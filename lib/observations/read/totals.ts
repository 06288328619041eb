import type { Kysely } from 'kysely'
import type { Tables } from '../../dashboard-database/tables.ts'
import { type Bar, barsOf, type Span, unitsOf } from '../span.ts'
import { countsOf } from './counts.ts'

/** What the tenant issued and refused within the span, to whomever. */
export async function tokenTotals(db: Kysely<Tables>, span: Span, now: Date): Promise<Bar[]> {
  const rows = await db
    .selectFrom(countsOf(db, span, now))
    .select(({ fn }) => [
      'unit',
      fn.sum<number>('issued').as('issued'),
      fn.sum<number>('refused').as('refused'),
    ])
    .groupBy('unit')
    .execute()
  const counts = rows.map(({ unit, issued, refused }) => ({
    unit,
    issued: Number(issued),
    refused: Number(refused),
  }))
  return barsOf(counts, unitsOf(span, now))
}
