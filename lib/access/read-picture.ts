import 'server-only'
import type { Kysely } from 'kysely'
import { ownClients } from '../clients/own-clients'
import { dashboardDatabase } from '../dashboard-database/database'
import type { Tables } from '../dashboard-database/tables'
import { keptByReading } from '../mirror/kept-by-reading'
import { holdsGrant } from '../mirror/without-grant'
import { type AccessPicture, cellKey, type Held, type MatrixApi, pack, unpack } from './picture'

/** A picture, its grants where they can be looked up, and what names this reading of the tenant. */
export type Taken = { picture: AccessPicture; held: Held; reading: string }

const taken = keptByReading(async (db) => {
  const picture = await takePicture(db)
  return { picture, held: unpack(picture) }
})

/**
 * Who may call what across all APIs: the clients that may use client credentials, and all others that hold a grant.
 * From the mirror, so no Management API call.
 */
export async function readPicture(): Promise<Taken> {
  const { reading, value } = await taken(await dashboardDatabase())
  return { ...value, reading }
}

async function takePicture(db: Kysely<Tables>): Promise<AccessPicture> {
  const [clients, apiRows, scopeRows, grants] = await Promise.all([
    db
      .selectFrom('clients')
      .select(['id', 'name', 'type'])
      .where((eb) => eb.or([eb('is_machine', '=', 1), holdsGrant(eb)]))
      .orderBy('sort_name')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('apis')
      .select(['id', 'identifier', 'name', 'is_system'])
      .orderBy('is_system')
      .orderBy('sort_name')
      .orderBy('id')
      .execute(),
    db.selectFrom('api_scopes').select(['api_id', 'value']).orderBy('position').execute(),
    db.selectFrom('grants').select(['client_id', 'audience', 'scope', 'all_scopes', 'is_system']).execute(),
  ])
  const scopes = Map.groupBy(scopeRows, ({ api_id }) => api_id)
  const apis = apiRows.map(
    ({ is_system, ...api }): MatrixApi => ({
      ...api,
      isSystem: is_system === 1,
      scopes: scopes.get(api.id)?.map(({ value }) => value) ?? [],
    }),
  )
  const rowOf = new Map(clients.map(({ id }, index) => [id, index]))
  const columnOf = new Map(apis.map(({ identifier }, index) => [identifier, index]))
  const locked: Record<string, string> = {}
  const packed = grants.flatMap(({ client_id, audience, scope, all_scopes, is_system }) => {
    const [row, column] = [rowOf.get(client_id), columnOf.get(audience)]
    if (row === undefined || column === undefined) return []
    if (is_system === 1)
      locked[cellKey(client_id, audience)] = 'The tenant made this grant itself and keeps it.'
    const access = { scope: scope ? scope.split(' ') : [], allScopes: all_scopes === 1 }
    return [pack(row, column, access, apis[column]?.scopes ?? [])]
  })
  const system = apis.find(({ isSystem }) => isSystem)
  if (system) locked[cellKey(ownClients().management, system.identifier)] = ownGrant
  return { clients, apis, grants: packed, locked }
}

const ownGrant = 'This dashboard reaches the Management API with it.'
