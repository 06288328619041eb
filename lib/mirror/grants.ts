import 'server-only'
import type { Selectable } from 'kysely'
import type { Client } from '../clients/client'
import { dashboardDatabase } from '../dashboard-database/database'
import type { Grant } from '../grants/grant'
import { clientOf } from './clients'
import { accessOf } from './grant-row'
import type { MirrorViews } from './tables'

type Window = { skip: number; take: number }

/** The grants of a client, in the order of their audiences. */
export async function mirroredGrantsOf(clientId: string): Promise<Grant[]> {
  const db = await dashboardDatabase()
  const rows = await db
    .selectFrom('grants')
    .selectAll()
    .where('client_id', '=', clientId)
    .orderBy('audience')
    .execute()
  return rows.map(grantOf)
}

/**
 * How many grants a client has, and the longest token lifetime among their APIs in seconds: null for none, and where
 * one is for an API that is not known.
 */
export async function mirroredHoldings(clientId: string) {
  const db = await dashboardDatabase()
  const { total, known, longest } = await db
    .selectFrom('grants')
    .leftJoin('apis', 'apis.identifier', 'grants.audience')
    .select(({ fn }) => [
      fn.countAll<number>().as('total'),
      fn.count<number>('apis.id').as('known'),
      fn.max('apis.token_lifetime').as('longest'),
    ])
    .where('client_id', '=', clientId)
    .executeTakeFirstOrThrow()
  return { total, longestLifetime: known === total ? longest : null }
}

/** How many clients are authorized for the API. */
export async function countGrantsFor(audience: string): Promise<number> {
  const db = await dashboardDatabase()
  const { count } = await db
    .selectFrom('grants')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('audience', '=', audience)
    .executeTakeFirstOrThrow()
  return count
}

/** The grants for an API with their clients' names, by name; `scope` asks for those that list it. */
export async function mirroredHolders(
  audience: string,
  take: number,
  scope?: string,
): Promise<(Grant & { clientName: string })[]> {
  const db = await dashboardDatabase()
  const grants = db
    .selectFrom('grants')
    .leftJoin('clients', 'clients.id', 'grants.client_id')
    .where('grants.audience', '=', audience)
  const holding = scope
    ? grants.where(
        'grants.id',
        'in',
        db
          .selectFrom('grant_scopes')
          .select('grant_id')
          .where('scope', '=', scope)
          .where('audience', '=', audience),
      )
    : grants
  const rows = await holding
    .selectAll('grants')
    .select(['clients.name as client_name'])
    .orderBy('clients.sort_name')
    .orderBy('grants.id')
    .limit(take)
    .execute()
  return rows.map(({ client_name, ...row }) => ({
    ...grantOf(row),
    clientName: client_name ?? row.client_id,
  }))
}

/** For each of these clients, by name of the API, the first `most` of its grants with the API's name and id. */
export async function mirroredAccessOf(clientIds: string[], most: number) {
  const grants = await mirroredGrantsOfAll(clientIds)
  const identifiers = [...new Set(grants.map(({ audience }) => audience))]
  if (identifiers.length === 0) return new Map<string, NamedGrant[]>()
  const db = await dashboardDatabase()
  const apis = await db
    .selectFrom('apis')
    .select(['identifier', 'id', 'name'])
    .where('identifier', 'in', identifiers)
    .orderBy('sort_name')
    .execute()
  const places = new Map(apis.map((api, place) => [api.identifier, { ...api, place }]))
  const named = grants.flatMap((grant) => {
    const api = places.get(grant.audience)
    return api ? [{ ...grant, apiId: api.id, apiName: api.name, place: api.place }] : []
  })
  const byClient = Map.groupBy(named, ({ clientId }) => clientId)
  return new Map(
    [...byClient].map(([id, held]) => [
      id,
      held.toSorted((one, other) => one.place - other.place).slice(0, most),
    ]),
  )
}

type NamedGrant = Grant & { apiId: string; apiName: string }

/** A client with its grant for the API that is looked at. */
export type ClientBesideApi = { client: Client; grant: Grant | null; tokenQuota: string | null }

type Which = {
  /** Those that may use client credentials. */
  machines?: boolean
  /** Those with a grant for the API, or those without. */
  authorized?: boolean
  /** That one. */
  id?: string
}

/** Clients by name, each with its grant for the API, and how many there are. */
export async function mirroredClientsBeside(
  audience: string,
  { skip, take }: Window,
  { machines, authorized, id }: Which = {},
): Promise<{ clients: ClientBesideApi[]; total: number }> {
  const db = await dashboardDatabase()
  const holders = db.selectFrom('grants').select('client_id').where('audience', '=', audience)
  const matching = db
    .selectFrom('clients')
    .where(({ eb, and }) =>
      and([
        ...(machines ? [eb('is_machine', '=', 1)] : []),
        ...(authorized === undefined ? [] : [eb('id', authorized ? 'in' : 'not in', holders)]),
        ...(id ? [eb('id', '=', id)] : []),
      ]),
    )
  const [rows, { total }] = await Promise.all([
    matching.selectAll('clients').orderBy('sort_name').orderBy('id').offset(skip).limit(take).execute(),
    matching.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  const held = await mirroredGrantsOfAll(
    rows.map(({ id }) => id),
    audience,
  )
  const grants = new Map(held.map((grant) => [grant.clientId, grant]))
  const clients = rows.map((row) => ({
    client: clientOf(row),
    grant: grants.get(row.id) ?? null,
    tokenQuota: row.token_quota,
  }))
  return { clients, total }
}

/** The grants of these clients, for one API or for all. */
export async function mirroredGrantsOfAll(clientIds: string[], audience?: string): Promise<Grant[]> {
  if (clientIds.length === 0) return []
  const db = await dashboardDatabase()
  const held = db.selectFrom('grants').selectAll().where('client_id', 'in', clientIds)
  const rows = await (audience === undefined ? held : held.where('audience', '=', audience))
    .orderBy('client_id')
    .orderBy('audience')
    .execute()
  return rows.map(grantOf)
}

/** Every grant for one of these APIs. */
export async function mirroredGrantsFor(audiences: string[]): Promise<Grant[]> {
  if (audiences.length === 0) return []
  const db = await dashboardDatabase()
  const rows = await db
    .selectFrom('grants')
    .selectAll()
    .where('audience', 'in', audiences)
    .orderBy('audience')
    .orderBy('client_id')
    .execute()
  return rows.map(grantOf)
}

const grantOf = (row: Selectable<MirrorViews['grants']>): Grant => ({
  id: row.id,
  clientId: row.client_id,
  audience: row.audience,
  ...accessOf(row),
  isSystem: row.is_system === 1,
  needsOrganization: row.organization_usage === 'require',
})

/** How many grants for the API list each scope, and how many allow all of them. */
export async function countHoldersByScope(
  audience: string,
): Promise<{ listing: Map<string, number>; allScopes: number }> {
  const db = await dashboardDatabase()
  const [rows, { count }] = await Promise.all([
    db
      .selectFrom('grant_scopes')
      .select(({ fn }) => ['scope', fn.countAll<number>().as('count')])
      .where('audience', '=', audience)
      .groupBy('scope')
      .execute(),
    db
      .selectFrom('grants')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('audience', '=', audience)
      .where('all_scopes', '=', 1)
      .executeTakeFirstOrThrow(),
  ])
  return { listing: new Map(rows.map(({ scope, count }) => [scope, count])), allScopes: count }
}
