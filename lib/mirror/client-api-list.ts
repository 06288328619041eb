import 'server-only'
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { dashboardDatabase } from '../dashboard-database/database'
import type { Tables } from '../dashboard-database/tables'
import type { GrantFilter } from '../grants/grant-filter'
import { lastTokenBetween, usedOnes } from '../observations/read/last-tokens'
import { apisWithScopes } from './apis'
import { grantIdBetween, scopeCountBetween } from './between'
import { mirroredGrantsOf } from './grants'
import { contains, wordsOf } from './search'

type Window = { skip: number; take: number }
type Build = ExpressionBuilder<Tables, 'apis'>

/**
 * The APIs that match, in the order that was asked for, each with its scopes and the client's grant for it; how many
 * match, and for how many of these, whatever the view, the client is authorized and not.
 */
export async function mirroredClientApis(clientId: string, { skip, take }: Window, filter: GrantFilter) {
  const db = await dashboardDatabase()
  const pair = { client: sql.val(clientId), audience: sql.ref<string>('apis.identifier') }
  const [grant, last] = [grantIdBetween(pair), lastTokenBetween(pair)]
  const matching = db.selectFrom('apis').where((eb) => eb.and(conditions(eb, clientId, filter)))
  const shown =
    filter.view === 'all'
      ? matching
      : matching.where((eb) => eb(grant, filter.view === 'authorized' ? 'is not' : 'is', null))
  const sortedBy = {
    name: sql`sort_name`,
    id: sql`identifier`,
    // The arrow up puts those that the client may call first, as a list of what is granted begins.
    authorized: sql`${grant} is null`,
    scopes: sql`coalesce(${scopeCountBetween(pair)}, -1)`,
    token: last,
  }[filter.sort]
  const [rows, grants, { all, authorized }] = await Promise.all([
    shown
      .selectAll('apis')
      // One that the client was never seen to call comes last either way: it is not known when that was.
      .$if(filter.sort === 'token', (query) => query.orderBy(sql`${last} is null`))
      .orderBy(sortedBy, filter.descending ? 'desc' : 'asc')
      .orderBy('sort_name')
      .orderBy('id')
      .offset(skip)
      .limit(take)
      .execute(),
    mirroredGrantsOf(clientId),
    matching
      .select((eb) => [eb.fn.countAll<number>().as('all'), eb.fn.count<number>(grant).as('authorized')])
      .executeTakeFirstOrThrow(),
  ])
  const held = new Map(grants.map((grant) => [grant.audience, grant]))
  const counts = { all, authorized, 'not-authorized': all - authorized }
  return {
    apis: (await apisWithScopes(rows)).map((api) => ({ api, grant: held.get(api.identifier) ?? null })),
    counts,
    total: counts[filter.view],
  }
}

function conditions(eb: Build, clientId: string, { text, unused }: GrantFilter): Expression<SqlBool>[] {
  return [
    ...wordsOf(text).map((word) => contains(eb.ref('search_text'), word)),
    ...(unused
      ? [eb('identifier', 'not in', usedOnes('audience', unused, { column: 'client_id', is: clientId }))]
      : []),
  ]
}
