import 'server-only'
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { ListedApi } from '../apis/api'
import type { ApiFilter, ApiSort } from '../apis/list-filter'
import { dashboardDatabase } from '../dashboard-database/database'
import type { Tables } from '../dashboard-database/tables'
import { lastTokenForColumn, usedOnes } from '../observations/read/last-tokens'
import { listedApiOf } from './apis'
import { contains, wordsOf } from './search'

type Window = { skip: number; take: number }

export type MirroredApi = ListedApi & {
  /** How many clients may call it. */
  clientCount: number
  /** When its last token was issued, in ISO 8601; null when none was seen. */
  lastAt: string | null
}

/** The APIs that match, without their scopes, in the order that was asked for, and how many there are. */
export async function mirroredApis({ skip, take }: Window, filter: ApiFilter) {
  const matching = (await dashboardDatabase())
    .selectFrom('apis')
    .where((eb) => eb.and(conditions(eb, filter)))
  const [rows, { total }] = await Promise.all([
    matching
      .selectAll('apis')
      .select((eb) => [
        clientCount(eb).as('client_count'),
        lastTokenForColumn('apis.identifier').as('last_at'),
      ])
      // An API whose tokens were never seen comes last either way: it is not known when that was.
      .$if(filter.sort === 'token', (query) =>
        query.orderBy(sql`${lastTokenForColumn('apis.identifier')} is null`),
      )
      .orderBy(columnOf[filter.sort], filter.descending ? 'desc' : 'asc')
      .orderBy('sort_name')
      .orderBy('id')
      .offset(skip)
      .limit(take)
      .execute(),
    matching.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  const apis = rows.map(
    ({ client_count, last_at, ...row }): MirroredApi => ({
      ...listedApiOf(row),
      clientCount: client_count ?? 0,
      lastAt: last_at,
    }),
  )
  return { apis, total }
}

/** All APIs that match, at most `most`; for what is done to all of them. */
export async function matchingApis(filter: ApiFilter, most: number): Promise<ListedApi[]> {
  const db = await dashboardDatabase()
  const rows = await db
    .selectFrom('apis')
    .selectAll()
    .where((eb) => eb.and(conditions(eb, filter)))
    .orderBy('sort_name')
    .limit(most)
    .execute()
  return rows.map(listedApiOf)
}

const columnOf = {
  name: 'sort_name',
  identifier: 'identifier',
  algorithm: 'signing_alg',
  scopes: 'scope_count',
  clients: 'client_count',
  lifetime: 'token_lifetime',
  token: 'last_at',
} as const satisfies Record<ApiSort, string>

type Build = ExpressionBuilder<Tables, 'apis'>

const clientCount = ({ selectFrom }: Build) =>
  selectFrom('grants')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .whereRef('grants.audience', '=', 'apis.identifier')

function conditions(eb: Build, filter: ApiFilter): Expression<SqlBool>[] {
  const { text, algorithm, scope, system, noClient, unused } = filter
  return [
    ...wordsOf(text).map((word) => contains(eb.ref('search_text'), word)),
    ...(algorithm ? [eb('signing_alg', '=', algorithm)] : []),
    ...(scope
      ? [eb('apis.id', 'in', eb.selectFrom('api_scopes').select('api_id').where('value', '=', scope))]
      : []),
    ...(system === undefined ? [] : [eb('is_system', '=', Number(system))]),
    ...(noClient ? [eb('identifier', 'not in', eb.selectFrom('grants').select('grants.audience'))] : []),
    ...(unused ? [eb('identifier', 'not in', usedOnes('audience', unused))] : []),
  ]
}
