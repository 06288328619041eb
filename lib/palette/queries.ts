import 'server-only'
import { sql } from 'kysely'
import { dashboardDatabase } from '../dashboard-database/database'
import { folded } from '../mirror/fold'
import { requireAdmin } from '../session'
import type { PaletteIndex } from './palette-index'

/** More clients than these are not sent to the browser; that would be more than a megabyte. */
const mostClients = 20_000
const mostScopes = 50_000
const mostFound = 20

/** What the palette finds in the tenant, from the mirror. */
export async function readPaletteIndex(): Promise<PaletteIndex> {
  await requireAdmin()
  const db = await dashboardDatabase()
  const [clients, apis, scopes] = await Promise.all([
    clientsFound()
      .limit(mostClients + 1)
      .execute(),
    db
      .selectFrom('apis')
      .select(({ selectFrom }) => [
        'id',
        'name',
        'identifier',
        selectFrom('grants')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .whereRef('grants.audience', '=', 'apis.identifier')
          .where('grants.client_id', '!=', '')
          .as('clients'),
      ])
      .orderBy('sort_name')
      .execute(),
    db
      .selectFrom('api_scopes')
      .leftJoin('grant_scopes', (join) =>
        join
          .onRef('grant_scopes.scope', '=', 'api_scopes.value')
          .onRef('grant_scopes.audience', '=', 'api_scopes.audience'),
      )
      .select(({ fn }) => [
        'api_scopes.api_id',
        'api_scopes.value',
        'api_scopes.description',
        fn.count<number>('grant_scopes.client_id').as('clients'),
      ])
      .groupBy(['api_scopes.api_id', 'api_scopes.value', 'api_scopes.description'])
      .limit(mostScopes)
      .execute(),
  ])
  const placeOf = new Map(apis.map(({ id }, place) => [id, place]))
  return {
    clients: clients.slice(0, mostClients).map(asTuple),
    apis: apis.map(({ id, name, identifier, clients }) => [id, name, identifier, clients ?? 0]),
    scopes: scopes.map(({ api_id, value, description, clients }) => [
      value,
      placeOf.get(api_id) ?? -1,
      description,
      clients,
    ]),
    truncated: clients.length > mostClients,
  }

  function clientsFound() {
    return selectClients(db)
  }
}

/** The first clients with these words in name or id: for tenants with more of them than the index holds. */
export async function findClients(query: string): Promise<PaletteIndex['clients']> {
  await requireAdmin()
  let found = selectClients(await dashboardDatabase())
  for (const word of folded(query).split(/\s+/).filter(Boolean).slice(0, 5)) {
    found = found.where(sql<boolean>`search_text like ${`%${word.replace(/[%_\\]/g, '\\$&')}%`} escape '\\'`)
  }
  return (await found.limit(mostFound).execute()).map(asTuple)
}

const selectClients = (db: Awaited<ReturnType<typeof dashboardDatabase>>) =>
  db
    .selectFrom('clients')
    .select(({ selectFrom }) => [
      'id',
      'name',
      'type',
      selectFrom('grants')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('grants.client_id', '=', 'clients.id')
        .as('apis'),
    ])
    .orderBy('sort_name')
    .orderBy('id')

type ClientRow = { id: string; name: string; type: string; apis: number | null }

const asTuple = ({ id, name, type, apis }: ClientRow): PaletteIndex['clients'][number] => [
  id,
  name,
  type,
  apis ?? 0,
]
