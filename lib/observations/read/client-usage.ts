import type { Kysely } from 'kysely'
import type { Tables } from '../../dashboard-database/tables.ts'
import { type Bar, barsOf, type Span, unitsOf } from '../span.ts'
import { countsOf } from './counts.ts'

/** A client's tokens for one API. */
export type ApiUse = {
  /** Empty for requests that named no API of the tenant. */
  audience: string
  /** Null when the tenant no longer has it. */
  api: { id: string; name: string } | null
  /** The last token; null when none was seen. */
  last: { at: string; scope: string } | null
  isGranted: boolean
  bars: Bar[]
}

/** The APIs that a client may call or asked a token for, by name, each with its tokens within the span. */
export async function clientUse(
  db: Kysely<Tables>,
  clientId: string,
  span: Span,
  now: Date,
): Promise<ApiUse[]> {
  const [counts, tokens, grants] = await Promise.all([
    db
      .selectFrom(countsOf(db, span, now))
      .select(['audience', 'unit', 'issued', 'refused'])
      .where('client_id', '=', clientId)
      .execute(),
    db.selectFrom('observed_tokens').selectAll().where('client_id', '=', clientId).execute(),
    db.selectFrom('grants').select('audience').where('client_id', '=', clientId).execute(),
  ])
  const audiences = [...new Set([...counts, ...tokens, ...grants].map(({ audience }) => audience))]
  const apis = await namesOf(db, audiences)
  const units = unitsOf(span, now)
  return audiences
    .map((audience) => {
      const last = tokens.find((token) => token.audience === audience)
      return {
        audience,
        api: apis.get(audience) ?? null,
        last: last ? { at: last.last_at, scope: last.last_scope } : null,
        isGranted: grants.some((grant) => grant.audience === audience),
        bars: barsOf(
          counts.filter((count) => count.audience === audience),
          units,
        ),
      }
    })
    .toSorted((one, other) => nameIn(one).localeCompare(nameIn(other)))
}

const nameIn = ({ api, audience }: ApiUse) => api?.name ?? (audience || '￿')

async function namesOf(db: Kysely<Tables>, audiences: string[]) {
  if (audiences.length === 0) return new Map<string, { id: string; name: string }>()
  const apis = await db
    .selectFrom('apis')
    .select(['id', 'name', 'identifier'])
    .where('identifier', 'in', audiences)
    .execute()
  return new Map(apis.map(({ identifier, id, name }) => [identifier, { id, name }]))
}
