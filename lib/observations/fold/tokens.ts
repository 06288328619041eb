import type { Kysely, Selectable } from 'kysely'
import type { Tables } from '../../dashboard-database/tables.ts'
import type { ObservationTables } from '../tables.ts'
import { seenAt } from '../tally.ts'
import type { KnownEvent } from './known.ts'

type Row = Selectable<ObservationTables['observed_tokens']>

/** The first and the last token of each client for each API. */
export async function foldTokens(trx: Kysely<Tables>, events: readonly KnownEvent[]) {
  const issued = events.filter((event) => event.outcome === 'issued')
  if (issued.length === 0) return

  const stored = await trx
    .selectFrom('observed_tokens')
    .selectAll()
    .where('client_id', 'in', [...new Set(issued.map(({ clientId }) => clientId))])
    .execute()
  const rows = new Map(stored.map((row) => [keyOf(row.client_id, row.audience), row]))
  const changed = new Map<string, Row>()
  for (const { clientId, audience, at, scope } of issued) {
    const key = keyOf(clientId, audience)
    const known = rows.get(key)
    const row = {
      client_id: clientId,
      audience,
      ...seenAt(at, known),
      last_scope: known && isLater(known, at, scope) ? known.last_scope : scope,
      issued: (known?.issued ?? 0) + 1,
    }
    rows.set(key, row)
    changed.set(key, row)
  }
  await trx
    .insertInto('observed_tokens')
    .values([...changed.values()])
    .onConflict((conflict) =>
      conflict.columns(['client_id', 'audience']).doUpdateSet((eb) => ({
        first_at: eb.ref('excluded.first_at'),
        last_at: eb.ref('excluded.last_at'),
        last_scope: eb.ref('excluded.last_scope'),
        issued: eb.ref('excluded.issued'),
      })),
    )
    .execute()
}

/** Of two tokens of the same millisecond it is always the same one, whichever is told first. */
const isLater = (known: Row, at: string, scope: string) =>
  known.last_at === at ? known.last_scope > scope : known.last_at > at

const keyOf = (clientId: string, audience: string) => `${clientId} ${audience}`
