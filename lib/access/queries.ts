import 'server-only'
import { cache } from 'react'
import { findDraft, readSet } from '../changes/read-set'
import { ownClients } from '../clients/own-clients'
import { dashboardDatabase } from '../dashboard-database/database'
import { requireAdmin } from '../session'
import { isGrantChange } from './draft'
import { type AccessPicture, cellKey, type MatrixApi, pack } from './picture'

/**
 * Who may call what across all APIs: the clients that may use client credentials, and all others that hold a grant.
 * From the mirror, so no Management API call.
 */
export const readAccessPicture = cache(async (): Promise<AccessPicture> => {
  await requireAdmin()
  const db = await dashboardDatabase()
  const [clients, apiRows, scopeRows, grants] = await Promise.all([
    db
      .selectFrom('clients')
      .select(['id', 'name', 'type'])
      .where(({ eb, or, exists, selectFrom }) =>
        or([
          eb('is_machine', '=', 1),
          exists(selectFrom('grants').select('grants.id').whereRef('grants.client_id', '=', 'clients.id')),
        ]),
      )
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
})

const ownGrant = 'This dashboard reaches the Management API with it.'

/** The change set that this admin's edits of the matrix collect in; undefined when there is none. */
export const readMatrixDraft = cache(async () => {
  const { email } = await requireAdmin()
  const setId = await findDraft(email, 'matrix')
  const set = setId ? await readSet(setId) : undefined
  if (!set || set.steps.length === 0) return undefined
  return { setId: set.id, changes: set.steps.map(({ change }) => change).filter(isGrantChange) }
})

/** What the picture of access is about: one client, one API (by id), or one scope at whichever API. */
export type GraphSubject = { client: string } | { api: string } | { scope: string }

const mostLinks = 200

/**
 * The grants of one client, of one API, or those that carry one scope, the widest first: at most 200, and how many
 * there are. From the mirror; undefined when it knows no such client or API.
 */
export async function readAccessGraph(subject: GraphSubject | undefined) {
  await requireAdmin()
  if (!subject) return undefined
  const db = await dashboardDatabase()
  const grants = db
    .selectFrom('grants')
    .innerJoin('clients', 'clients.id', 'grants.client_id')
    .innerJoin('apis', 'apis.identifier', 'grants.audience')
    .where(({ eb, or, and, exists, selectFrom }) => {
      if ('client' in subject) return eb('clients.id', '=', subject.client)
      if ('api' in subject) return eb('apis.id', '=', subject.api)
      const carried = exists(
        selectFrom('grant_scopes')
          .select('grant_scopes.scope')
          .whereRef('grant_scopes.grant_id', '=', 'grants.id')
          .where('grant_scopes.scope', '=', subject.scope),
      )
      const defined = exists(
        selectFrom('api_scopes')
          .select('api_scopes.value')
          .whereRef('api_scopes.audience', '=', 'grants.audience')
          .where('api_scopes.value', '=', subject.scope),
      )
      return or([carried, and([eb('grants.all_scopes', '=', 1), defined])])
    })
  const [rows, { total }, name] = await Promise.all([
    grants
      .select(({ eb }) => [
        'clients.id as clientId',
        'clients.name as clientName',
        'apis.id as apiId',
        'apis.name as apiName',
        eb
          .case()
          .when('grants.all_scopes', '=', 1)
          .then(eb.ref('apis.scope_count'))
          .else(eb.ref('grants.scope_count'))
          .end()
          .as('scopes'),
      ])
      .orderBy('scopes', 'desc')
      .orderBy('clients.sort_name')
      .orderBy('apis.sort_name')
      .limit(mostLinks)
      .execute(),
    grants.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    nameOf(subject),
  ])
  const links = rows.map(({ clientId, clientName, apiId, apiName, scopes }) => ({
    client: { id: clientId, name: clientName },
    api: { id: apiId, name: apiName },
    scopes,
  }))
  return name === undefined ? undefined : { name, links, total }
}

async function nameOf(subject: GraphSubject): Promise<string | undefined> {
  if ('scope' in subject) return subject.scope
  const db = await dashboardDatabase()
  const found =
    'client' in subject
      ? await db.selectFrom('clients').select('name').where('id', '=', subject.client).executeTakeFirst()
      : await db.selectFrom('apis').select('name').where('id', '=', subject.api).executeTakeFirst()
  return found?.name
}
