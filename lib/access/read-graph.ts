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
    .where(({ eb, or, and, selectFrom }) => {
      if ('client' in subject) return eb('clients.id', '=', subject.client)
      if ('api' in subject) return eb('apis.id', '=', subject.api)
      const carrying = selectFrom('grant_scopes').select('grant_id').where('scope', '=', subject.scope)
      const defining = selectFrom('api_scopes').select('audience').where('value', '=', subject.scope)
      return or([
        eb('grants.id', 'in', carrying),
        and([eb('grants.all_scopes', '=', 1), eb('grants.audience', 'in', defining)]),
      ])
    })
  const [rows, name] = await Promise.all([
    grants
      .select(({ eb, fn }) => [
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
        fn.countAll<number>().over().as('total'),
      ])
      .orderBy('scopes', 'desc')
      .orderBy('clients.sort_name')
      .orderBy('apis.sort_name')
      .limit(mostLinks)
      .execute(),
    nameOf(subject),
  ])
  const links = rows.map(({ clientId, clientName, apiId, apiName, scopes }) => ({
    client: { id: clientId, name: clientName },
    api: { id: apiId, name: apiName },
    scopes,
  }))
  return name === undefined ? undefined : { name, links, total: rows[0]?.total ?? 0 }
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
