import 'server-only'
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { dashboardDatabase } from '../dashboard-database/database'
import type { Tables } from '../dashboard-database/tables'
import type { GrantFilter } from '../grants/grant-filter'
import { lastTokenBetween, usedOnes } from '../observations/read/last-tokens'
import { grantIdBetween, scopeCountBetween } from './between'
import { clientOf } from './clients'
import { mirroredGrantsOfAll } from './grants'
import { contains, wordsOf } from './search'

type Window = { skip: number; take: number }
type Build = ExpressionBuilder<Tables, 'clients'>

/** How many clients may use client credentials. */
export async function countMachines(): Promise<number> {
  const db = await dashboardDatabase()
  const { count } = await db
    .selectFrom('clients')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('is_machine', '=', 1)
    .executeTakeFirstOrThrow()
  return count
}

/**
 * The clients that may use client credentials and match, in the order that was asked for, each with its grant for the
 * API; how many match, and how many of these, whatever the view, are authorized and not.
 */
export async function mirroredMachines(audience: string, { skip, take }: Window, filter: GrantFilter) {
  const db = await dashboardDatabase()
  const pair = { client: sql.ref<string>('clients.id'), audience: sql.val(audience) }
  const [grant, last] = [grantIdBetween(pair), lastTokenBetween(pair)]
  const machines = db.selectFrom('clients').where((eb) => eb.and(conditions(eb, audience, filter)))
  const shown =
    filter.view === 'all'
      ? machines
      : machines.where((eb) => eb(grant, filter.view === 'authorized' ? 'is not' : 'is', null))
  const direction = filter.descending ? 'desc' : 'asc'
  const rows = shown.selectAll('clients')
  const sorted = {
    name: rows.orderBy('sort_name', direction),
    id: rows.orderBy('id', direction),
    // The arrow up puts those that hold something first, as a list of what is granted begins.
    authorized: rows.orderBy(sql`${grant} is null`, direction).orderBy('sort_name'),
    scopes: rows.orderBy(sql`coalesce(${scopeCountBetween(pair)}, -1)`, direction).orderBy('sort_name'),
    // Whoever was never seen comes last either way: it is not known when that was.
    token: rows.orderBy(sql`${last} is null`).orderBy(last, direction).orderBy('sort_name'),
  }[filter.sort]
  const [clients, { all, authorized }] = await Promise.all([
    sorted.orderBy('id').offset(skip).limit(take).execute(),
    machines
      .select((eb) => [eb.fn.countAll<number>().as('all'), eb.fn.count<number>(grant).as('authorized')])
      .executeTakeFirstOrThrow(),
  ])
  const ids = clients.map(({ id }) => id)
  const grants = new Map((await mirroredGrantsOfAll(ids, audience)).map((grant) => [grant.clientId, grant]))
  const counts = { all, authorized, 'not-authorized': all - authorized }
  return {
    clients: clients.map((row) => ({ client: clientOf(row), grant: grants.get(row.id) ?? null })),
    counts,
    total: counts[filter.view],
  }
}

function conditions(eb: Build, audience: string, { text, unused }: GrantFilter): Expression<SqlBool>[] {
  return [
    eb('is_machine', '=', 1),
    ...wordsOf(text).map((word) => contains(eb.ref('search_text'), word)),
    ...(unused
      ? [eb('clients.id', 'not in', usedOnes('client_id', unused, { column: 'audience', is: audience }))]
      : []),
  ]
}
