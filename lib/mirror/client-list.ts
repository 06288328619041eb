import 'server-only'
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { ClientFilter } from '../clients/list-filter'
import { dashboardDatabase } from '../dashboard-database/database'
import type { Tables } from '../dashboard-database/tables'
import { lastTokenColumn, usedOnes } from '../observations/read/last-tokens'
import { clientOf, type MirroredClient } from './clients'
import { contains, heldScopesWith, wordsOf } from './search'

type Window = { skip: number; take: number }
type Build = ExpressionBuilder<Tables, 'clients'>

/** The clients that match, in the order that was asked for, and how many there are. */
export async function mirroredClients({ skip, take }: Window, filter: ClientFilter) {
  const matching = (await dashboardDatabase())
    .selectFrom('clients')
    .where((eb) => eb.and(conditions(eb, filter)))
  const direction = filter.descending ? 'desc' : 'asc'
  const ordered = matching
    .selectAll('clients')
    .select((eb) => [apiCount(eb).as('api_count'), lastTokenColumn('clients.id').as('last_token')])
  const sorted = {
    name: ordered.orderBy('sort_name', direction),
    id: ordered.orderBy('id', direction),
    type: ordered.orderBy('type', direction).orderBy('sort_name'),
    apis: ordered.orderBy('api_count', direction).orderBy('sort_name'),
    // Whoever was never seen comes last either way: it is not known when that was.
    token: ordered
      .orderBy(sql`${lastTokenColumn('clients.id')} is null`)
      .orderBy('last_token', direction)
      .orderBy('sort_name'),
  }[filter.sort]
  const [rows, { total }] = await Promise.all([
    sorted.orderBy('id').offset(skip).limit(take).execute(),
    matching.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  const clients = rows.map(
    ({ api_count, ...row }): MirroredClient => ({ ...clientOf(row), apiCount: api_count ?? 0 }),
  )
  return { clients, total }
}

/** The ids and names of all clients that match, at most `most`; for what is done to all of them. */
export async function matchingClients(filter: ClientFilter, most: number) {
  const db = await dashboardDatabase()
  return db
    .selectFrom('clients')
    .select(['id', 'name'])
    .where((eb) => eb.and(conditions(eb, filter)))
    .orderBy('sort_name')
    .orderBy('id')
    .limit(most)
    .execute()
}

const apiCount = ({ selectFrom }: Build) =>
  selectFrom('grants')
    .select(({ fn }) => fn.count<number>('audience').distinct().as('count'))
    .whereRef('grants.client_id', '=', 'clients.id')

function conditions(eb: Build, filter: ClientFilter): Expression<SqlBool>[] {
  const { text, type, api, scope, auth, noGrant, unused } = filter
  const granted = eb.selectFrom('grants').select('grants.client_id')
  return [
    ...wordsOf(text).map((word) => hasWord(eb, word)),
    ...(type ? [eb('type', '=', type)] : []),
    ...(auth ? [eb('auth_method', '=', auth)] : []),
    ...(api
      ? [
          eb(
            'clients.id',
            'in',
            granted.innerJoin('apis', 'apis.identifier', 'grants.audience').where('apis.id', '=', api),
          ),
        ]
      : []),
    ...(scope ? [holds(eb, scope)] : []),
    ...(noGrant ? [eb('clients.id', 'not in', granted)] : []),
    ...(unused ? [eb('clients.id', 'not in', usedOnes('client_id', unused))] : []),
  ]
}

/** In the client itself, or in a scope or API it is granted. */
const hasWord = (eb: Build, word: string) =>
  eb.or([
    contains(eb.ref('search_text'), word),
    eb(
      'clients.id',
      'in',
      eb
        .selectFrom('grant_scopes')
        .select('grant_scopes.client_id')
        .where('grant_scopes.scope', 'in', heldScopesWith(word)),
    ),
    eb(
      'clients.id',
      'in',
      eb
        .selectFrom('grants')
        .innerJoin('apis', 'apis.identifier', 'grants.audience')
        .select('grants.client_id')
        .where(({ ref }) => contains(ref('apis.search_text'), word)),
    ),
  ])

/** By name, or as all that an API defines. */
const holds = (eb: Build, scope: string) =>
  eb.or([
    eb(
      'clients.id',
      'in',
      eb.selectFrom('grant_scopes').select('grant_scopes.client_id').where('grant_scopes.scope', '=', scope),
    ),
    eb(
      'clients.id',
      'in',
      eb
        .selectFrom('grants')
        .innerJoin('api_scopes', 'api_scopes.audience', 'grants.audience')
        .select('grants.client_id')
        .where('grants.all_scopes', '=', 1)
        .where('api_scopes.value', '=', scope),
    ),
  ])
