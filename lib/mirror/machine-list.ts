import 'server-only'
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { dashboardDatabase } from '../dashboard-database/database'
import type { Tables } from '../dashboard-database/tables'
import type { MachineFilter } from '../grants/machine-filter'
import { lastTokenColumn, usedOnes } from '../observations/read/last-tokens'
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
export async function mirroredMachines(audience: string, { skip, take }: Window, filter: MachineFilter) {
  const db = await dashboardDatabase()
  const machines = db.selectFrom('clients').where((eb) => eb.and(conditions(eb, audience, filter)))
  const shown =
    filter.view === 'all'
      ? machines
      : machines.where((eb) =>
          eb(grantId(eb, audience), filter.view === 'authorized' ? 'is not' : 'is', null),
        )
  const direction = filter.descending ? 'desc' : 'asc'
  const last = lastTokenColumn('clients.id', audience)
  const rows = shown.selectAll('clients')
  const sorted = {
    name: rows.orderBy('sort_name', direction),
    id: rows.orderBy('id', direction),
    // The arrow up puts those that hold something first, as a list of what is granted begins.
    authorized: rows.orderBy((eb) => sql`${grantId(eb, audience)} is null`, direction).orderBy('sort_name'),
    scopes: rows
      .orderBy((eb) => sql`coalesce(${scopeCount(eb, audience)}, -1)`, direction)
      .orderBy('sort_name'),
    // Whoever was never seen comes last either way: it is not known when that was.
    token: rows.orderBy(sql`${last} is null`).orderBy(last, direction).orderBy('sort_name'),
  }[filter.sort]
  const [clients, { all, authorized }] = await Promise.all([
    sorted.orderBy('id').offset(skip).limit(take).execute(),
    machines
      .select((eb) => [
        eb.fn.countAll<number>().as('all'),
        eb.fn.count<number>(grantId(eb, audience)).as('authorized'),
      ])
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

/** Not the smallest of them: SQLite would look for it through all grants in the order of their ids. */
const grantId = ({ selectFrom }: Build, audience: string) =>
  selectFrom('grants')
    .select('grants.id')
    .limit(1)
    .whereRef('grants.client_id', '=', 'clients.id')
    .where('grants.audience', '=', audience)

/** All that the API defines where the grant is for all of them. */
const scopeCount = ({ selectFrom }: Build, audience: string) =>
  selectFrom('grants')
    .innerJoin('apis', 'apis.identifier', 'grants.audience')
    .select(({ fn, eb }) =>
      fn
        .max<number>(
          eb
            .case()
            .when('grants.all_scopes', '=', 1)
            .then(eb.ref('apis.scope_count'))
            .else(eb.ref('grants.scope_count'))
            .end(),
        )
        .as('scope_count'),
    )
    .whereRef('grants.client_id', '=', 'clients.id')
    .where('grants.audience', '=', audience)

function conditions(eb: Build, audience: string, { text, unused }: MachineFilter): Expression<SqlBool>[] {
  return [
    eb('is_machine', '=', 1),
    ...wordsOf(text).map((word) => contains(eb.ref('search_text'), word)),
    ...(unused ? [eb('clients.id', 'not in', usedOnes('client_id', unused, audience))] : []),
  ]
}
