import { type Expression, type Kysely, sql } from 'kysely'
import type { Tables } from '../../dashboard-database/tables.ts'
import { type Unused, unusedSince } from '../unused.ts'

/** The last token of a client, or of everybody, for an API; null when none was seen. */
export async function lastTokenFor(
  db: Kysely<Tables>,
  { audience, clientId }: { audience: string; clientId?: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('observed_tokens')
    .select(({ fn }) => fn.max('last_at').as('at'))
    .where('audience', '=', audience)
    .$if(clientId !== undefined, (query) => query.where('client_id', '=', clientId ?? ''))
    .executeTakeFirst()
  return row?.at ?? null
}

/** When each of a client's APIs was asked for the last time, by audience. */
export async function lastTokensOfClient(db: Kysely<Tables>, clientId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('observed_tokens')
    .select(['audience', 'last_at'])
    .where('client_id', '=', clientId)
    .execute()
  return new Map(rows.map(({ audience, last_at }) => [audience, last_at]))
}

/** When each of these clients asked for a token for the API the last time. */
export async function lastTokensAtApi(
  db: Kysely<Tables>,
  audience: string,
  clientIds: readonly string[],
): Promise<Map<string, string>> {
  if (clientIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('observed_tokens')
    .select(['client_id', 'last_at'])
    .where('audience', '=', audience)
    .where('client_id', 'in', clientIds)
    .execute()
  return new Map(rows.map(({ client_id, last_at }) => [client_id, last_at]))
}

/** When each of these pairs was issued its last token, by `pairKey`. */
export async function lastTokensOfPairs(
  db: Kysely<Tables>,
  pairs: readonly { clientId: string; audience: string }[],
): Promise<Map<string, string>> {
  if (pairs.length === 0) return new Map()
  const rows = await db
    .selectFrom('observed_tokens')
    .select(['client_id', 'audience', 'last_at'])
    .where('client_id', 'in', [...new Set(pairs.map(({ clientId }) => clientId))])
    .where('audience', 'in', [...new Set(pairs.map(({ audience }) => audience))])
    .execute()
  return new Map(
    rows.map(({ client_id, audience, last_at }) => [pairKey({ clientId: client_id, audience }), last_at]),
  )
}

export const pairKey = ({ clientId, audience }: { clientId: string; audience: string }) =>
  `${clientId} ${audience}`

/** When each of these clients asked for a token the last time, for whatever API. */
export async function lastTokensOf(
  db: Kysely<Tables>,
  clientIds: readonly string[],
): Promise<Map<string, string>> {
  if (clientIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('observed_tokens')
    .select(({ fn }) => ['client_id', fn.max('last_at').as('last_at')])
    .where('client_id', 'in', clientIds)
    .groupBy('client_id')
    .execute()
  return new Map(rows.map(({ client_id, last_at }) => [client_id, last_at]))
}

/** To sort a list of clients by: the last token of the client whose id is in the column `client`, null for none. */
export const lastTokenColumn = (client: 'clients.id') =>
  sql<string | null>`(select max(last_at) from observed_tokens where client_id = ${sql.ref(client)})`

/** The same of a list of APIs, whose identifier is in the column `api`. */
export const lastTokenForColumn = (api: 'apis.identifier') =>
  sql<string | null>`(select max(last_at) from observed_tokens where audience = ${sql.ref(api)})`

/** The same of what stands between clients and APIs: the last token of the client for the API. */
export const lastTokenBetween = ({ client, audience }: Record<'client' | 'audience', Expression<string>>) =>
  sql<string | null>`(select max(last_at) from observed_tokens
    where client_id = ${client} and audience = ${audience})`

/** The clients, or the APIs, that are not `unused`: those a token was seen of; of one API or one client, where `at` says so. */
export const usedOnes = (
  of: 'client_id' | 'audience',
  unused: Unused,
  at?: { column: 'client_id' | 'audience'; is: string },
) =>
  sql<string>`(select ${sql.ref(of)} from observed_tokens
    where last_at >= ${unusedSince(unused, Date.now())}${at ? sql` and ${sql.ref(at.column)} = ${at.is}` : sql``})`
