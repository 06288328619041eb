import 'server-only'
import type { Kysely } from 'kysely'
import { ownClients } from '../clients/own-clients'
import { dashboardDatabase } from '../dashboard-database/database'
import type { Tables } from '../dashboard-database/tables'
import { accessOf } from '../mirror/grant-row'
import { keptByReading } from '../mirror/kept-by-reading'
import { holdsGrant } from '../mirror/without-grant'
import {
  type AccessPicture,
  cellKey,
  collectAccesses,
  type Held,
  type MatrixApi,
  packAccess,
  unpack,
} from './picture'
import { pictureToText } from './picture-text'

/** A picture, its grants where they can be looked up, its text, and what names this reading of the tenant. */
export type Taken = { picture: AccessPicture; held: Held; text: () => string; reading: string }

const taken = keptByReading(async (db) => {
  const picture = await takePicture(db)
  let text: string | undefined
  return { picture, held: unpack(picture), text: () => (text ??= pictureToText(picture)) }
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
  const { accesses, placeOf } = collectAccesses()
  const placeAt = apis.map(() => new Map<string, number>())
  const packed: number[][] = clients.map(() => [])
  for (const { client_id, audience, scope, all_scopes, is_system } of grants) {
    const [row = -1, column = -1] = [rowOf.get(client_id), columnOf.get(audience)]
    const [own, api, places] = [packed[row], apis[column], placeAt[column]]
    if (!own || !api || !places) continue
    if (is_system === 1)
      locked[cellKey(client_id, audience)] = 'The tenant made this grant itself and keeps it.'
    const held = all_scopes === 1 ? 'all' : `only ${scope}`
    const place = places.get(held) ?? placeOf(packAccess(accessOf({ scope, all_scopes }), api.scopes))
    places.set(held, place)
    own.push(column, place)
  }
  const system = apis.find(({ isSystem }) => isSystem)
  if (system) locked[cellKey(ownClients().management, system.identifier)] = ownGrant
  return { clients, apis, accesses, grants: packed, locked }
}

const ownGrant = 'This dashboard reaches the Management API with it.'
