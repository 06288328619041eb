import 'server-only'
import { dashboardDatabase } from '../dashboard-database/database'

/** What the picture of access is about: one client, one API (by id), or one scope at whichever API. */
export type GraphSubject = { client: string } | { api: string } | { scope: string }

const mostLinks = 200

/**
 * The grants of one client, of one API, or those that carry one scope, the widest first: at most 200, and how many
 * there are. From the mirror; undefined when it knows no such client or API.
 */
export async function readGraph(subject: GraphSubject) {
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
