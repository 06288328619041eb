import type { ExpressionBuilder, Kysely } from 'kysely'
import type { Tables } from '../dashboard-database/tables.ts'

type Named = { id: string; name: string }

/** How far a tenant is set up; what is the dashboard's own and the system API are counted apart. */
export type Setup = {
  /** `machines` may use client credentials, `own` are the dashboard's. */
  clients: { total: number; machines: number; own: number }
  /** `scoped` define scopes, `scopes` in all; `system` are the tenant's. */
  apis: { total: number; hs256: number; scoped: number; scopes: number; system: number }
  grants: number
  /** The machines that are authorized for no API: how many, and the first. */
  waiting: { total: number; first?: Named }
  /** The first API that defines no scope, that no client is authorized for, that one is; undefined without one. */
  scopeless?: Named
  ungranted?: Named
  granted?: Named
}

/** Counts what the mirror holds; `own` are the dashboard's own clients, by id. */
export async function readSetup(db: Kysely<Tables>, own: string[]): Promise<Setup> {
  const [clients, ownFound, apis, system, grants, waiting, scopeless, ungranted, granted] = await Promise.all(
    [
      db
        .selectFrom('clients')
        .select(({ fn }) => [
          fn.countAll<number>().as('total'),
          fn.sum<number | null>('is_machine').as('machines'),
        ])
        .where('id', 'not in', own)
        .executeTakeFirstOrThrow(),
      db
        .selectFrom('clients')
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .where('id', 'in', own)
        .executeTakeFirstOrThrow(),
      ofTheirOwn(db)
        .select(({ fn, eb }) => [
          fn.countAll<number>().as('total'),
          fn
            .sum<number | null>(eb.case().when('signing_alg', '=', 'HS256').then(1).else(0).end())
            .as('hs256'),
          fn.sum<number | null>(eb.case().when('scope_count', '>', 0).then(1).else(0).end()).as('scoped'),
          fn.sum<number | null>('scope_count').as('scopes'),
        ])
        .executeTakeFirstOrThrow(),
      db
        .selectFrom('apis')
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .where('is_system', '=', 1)
        .executeTakeFirstOrThrow(),
      db
        .selectFrom('grants')
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .where('client_id', 'not in', own)
        .executeTakeFirstOrThrow(),
      db
        .selectFrom('clients')
        .select(({ fn }) => ['id', 'name', fn.countAll<number>().over().as('total')])
        .where('is_machine', '=', 1)
        .where('id', 'not in', own)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(selectFrom('grants').select('grants.id').whereRef('grants.client_id', '=', 'clients.id')),
          ),
        )
        .orderBy('sort_name')
        .limit(1)
        .executeTakeFirst(),
      first(ofTheirOwn(db).where('scope_count', '=', 0)),
      first(ofTheirOwn(db).where((eb) => eb.not(eb.exists(itsGrants(eb))))),
      first(ofTheirOwn(db).where((eb) => eb.exists(itsGrants(eb)))),
    ],
  )
  return {
    clients: { total: clients.total, machines: Number(clients.machines), own: ownFound.total },
    apis: {
      total: apis.total,
      hs256: Number(apis.hs256),
      scoped: Number(apis.scoped),
      scopes: Number(apis.scopes),
      system: system.total,
    },
    grants: grants.total,
    waiting: { total: waiting?.total ?? 0, first: waiting && { id: waiting.id, name: waiting.name } },
    scopeless,
    ungranted,
    granted,
  }
}

const ofTheirOwn = (db: Kysely<Tables>) => db.selectFrom('apis').where('is_system', '=', 0)

const first = (apis: ReturnType<typeof ofTheirOwn>): Promise<Named | undefined> =>
  apis.select(['id', 'name']).orderBy('sort_name').orderBy('id').limit(1).executeTakeFirst()

const itsGrants = ({ selectFrom }: ExpressionBuilder<Tables, 'apis'>) =>
  selectFrom('grants').select('grants.id').whereRef('grants.audience', '=', 'apis.identifier')
