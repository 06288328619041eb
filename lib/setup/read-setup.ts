import type { ExpressionBuilder, Kysely } from 'kysely'
import type { Tables } from '../dashboard-database/tables.ts'
import { machinesWithoutGrant } from '../mirror/without-grant.ts'

type Named = { id: string; name: string }

/** How far a tenant is set up; what is the dashboard's own and the system API are counted apart. */
export type Setup = {
  /** `machines` may use client credentials, `own` are the dashboard's. */
  clients: { total: number; machines: number; own: number }
  /** `scoped` define scopes, `scopes` in all; `system` are the tenant's. */
  apis: { total: number; hs256: number; scoped: number; scopes: number; system: number }
  grants: { total: number; own: number }
  /** The machines that are authorized for no API: how many, and the first. */
  waiting: { total: number; first?: Named }
  /** The first API that defines no scope, that no client is authorized for, that one is; undefined without one. */
  scopeless?: Named
  ungranted?: Named
  granted?: Named
}

/** Counts what the mirror holds; `own` are the dashboard's own clients, by id. */
export async function readSetup(db: Kysely<Tables>, own: string[]): Promise<Setup> {
  const [clients, apis, grants, waiting, scopeless, ungranted, granted] = await Promise.all([
    countClients(db, own),
    countApis(db),
    countGrants(db, own),
    waitingMachines(db, own),
    firstOf(apisOfTheirOwn(db).where('scope_count', '=', 0)),
    firstOf(apisOfTheirOwn(db).where((eb) => eb.not(eb.exists(itsGrants(eb))))),
    firstOf(apisOfTheirOwn(db).where((eb) => eb.exists(itsGrants(eb)))),
  ])
  return { clients, apis, grants, waiting, scopeless, ungranted, granted }
}

const countClients = (db: Kysely<Tables>, own: string[]) =>
  db
    .selectFrom('clients')
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere('id', 'not in', own).as('total'),
      fn.countAll<number>().filterWhere('id', 'not in', own).filterWhere('is_machine', '=', 1).as('machines'),
      fn.countAll<number>().filterWhere('id', 'in', own).as('own'),
    ])
    .executeTakeFirstOrThrow()

const countApis = async (db: Kysely<Tables>) => {
  const { scopes, ...counts } = await db
    .selectFrom('apis')
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere('is_system', '=', 0).as('total'),
      fn
        .countAll<number>()
        .filterWhere('is_system', '=', 0)
        .filterWhere('signing_alg', '=', 'HS256')
        .as('hs256'),
      fn.countAll<number>().filterWhere('is_system', '=', 0).filterWhere('scope_count', '>', 0).as('scoped'),
      fn.sum<number | null>('scope_count').filterWhere('is_system', '=', 0).as('scopes'),
      fn.countAll<number>().filterWhere('is_system', '=', 1).as('system'),
    ])
    .executeTakeFirstOrThrow()
  return { ...counts, scopes: Number(scopes) }
}

const countGrants = (db: Kysely<Tables>, own: string[]) =>
  db
    .selectFrom('grants')
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere('client_id', 'not in', own).as('total'),
      fn.countAll<number>().filterWhere('client_id', 'in', own).as('own'),
    ])
    .executeTakeFirstOrThrow()

async function waitingMachines(db: Kysely<Tables>, own: string[]): Promise<Setup['waiting']> {
  const found = await machinesWithoutGrant(db, own).limit(1).executeTakeFirst()
  return found ? { total: found.total, first: { id: found.id, name: found.name } } : { total: 0 }
}

const apisOfTheirOwn = (db: Kysely<Tables>) => db.selectFrom('apis').where('is_system', '=', 0)

const firstOf = (apis: ReturnType<typeof apisOfTheirOwn>): Promise<Named | undefined> =>
  apis.select(['id', 'name']).orderBy('sort_name').orderBy('id').limit(1).executeTakeFirst()

const itsGrants = ({ selectFrom }: ExpressionBuilder<Tables, 'apis'>) =>
  selectFrom('grants').select('grants.id').whereRef('grants.audience', '=', 'apis.identifier')
