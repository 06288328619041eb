import type { Kysely } from 'kysely'
import type { Tables } from '../../dashboard-database/tables.ts'
import { type Bar, barsOf, type Span, unitsOf } from '../span.ts'
import { countsOf } from './counts.ts'

/** An API's tokens of one client. */
export type ClientUse = {
  clientId: string
  /** Null when the tenant no longer has it. */
  name: string | null
  last: { at: string; scope: string } | null
  issued: number
  refused: number
  bars: Bar[]
}

/**
 * The clients that asked for tokens for an API, those with most requests within the span first and then by their
 * last token: at most `limit`, and how many there are.
 */
export async function apiUse(
  db: Kysely<Tables>,
  audience: string,
  span: Span,
  { now, limit }: { now: Date; limit: number },
): Promise<{ clients: ClientUse[]; total: number }> {
  const sums = await db
    .selectFrom(countsOf(db, span, now))
    .select(({ fn }) => [
      'client_id',
      fn.sum<number>('issued').as('issued'),
      fn.sum<number>('refused').as('refused'),
    ])
    .where('audience', '=', audience)
    .groupBy('client_id')
    .execute()
  const tokens = await db
    .selectFrom('observed_tokens')
    .select(['client_id', 'last_at', 'last_scope'])
    .where('audience', '=', audience)
    .execute()
  const use = new Map(
    [...sums, ...tokens].map(({ client_id }) => {
      const sum = { issued: 0, refused: 0 }
      return [client_id, { ...sum, last: null as ClientUse['last'] }]
    }),
  )
  for (const { client_id, issued, refused } of sums)
    Object.assign(use.get(client_id) ?? {}, { issued: Number(issued), refused: Number(refused) })
  for (const { client_id, last_at, last_scope } of tokens)
    Object.assign(use.get(client_id) ?? {}, { last: { at: last_at, scope: last_scope } })

  const shown = [...use].toSorted(([, one], [, other]) => busier(one, other)).slice(0, limit)
  const clients = await withBars(db, audience, span, { now, ids: shown.map(([id]) => id) })
  return {
    clients: shown.map(([clientId, client]) => ({ clientId, ...client, ...clients(clientId) })),
    total: use.size,
  }
}

type Sum = Pick<ClientUse, 'issued' | 'refused' | 'last'>

const busier = (one: Sum, other: Sum) =>
  other.issued + other.refused - one.issued - one.refused ||
  (other.last?.at ?? '').localeCompare(one.last?.at ?? '')

async function withBars(
  db: Kysely<Tables>,
  audience: string,
  span: Span,
  { now, ids }: { now: Date; ids: string[] },
) {
  const units = unitsOf(span, now)
  if (ids.length === 0) return () => ({ name: null, bars: barsOf([], units) })
  const [counts, clients] = await Promise.all([
    db
      .selectFrom(countsOf(db, span, now))
      .select(['client_id', 'unit', 'issued', 'refused'])
      .where('audience', '=', audience)
      .where('client_id', 'in', ids)
      .execute(),
    db.selectFrom('clients').select(['id', 'name']).where('id', 'in', ids).execute(),
  ])
  const names = new Map(clients.map(({ id, name }) => [id, name]))
  const byClient = Map.groupBy(counts, ({ client_id }) => client_id)
  return (id: string) => ({ name: names.get(id) ?? null, bars: barsOf(byClient.get(id) ?? [], units) })
}
