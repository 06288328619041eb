import 'server-only'
import { management } from '../management/management'
import { type Grant, toGrant } from './grant'

/** Every grant for the audience that names the scope, with its client's name; read anew, all pages. */
export async function grantsHolding(
  audience: string,
  scope: string,
): Promise<(Grant & { clientName: string })[]> {
  const grants = await allGrantsFor(audience)
  const holding = grants.filter((grant) => !grant.allScopes && grant.scope.includes(scope))
  const names = await clientNames(holding.map(({ clientId }) => clientId))
  return holding.map((grant) => ({ ...grant, clientName: names.get(grant.clientId) ?? grant.clientId }))
}

async function allGrantsFor(audience: string): Promise<Grant[]> {
  const first = await management((api) =>
    api.clientGrants.list({ audience, subject_type: 'client', take: 100 }),
  )
  const grants = [...first.data]
  for (let page = first; page.hasNextPage(); ) {
    page = await management(() => page.getNextPage())
    grants.push(...page.data)
  }
  return grants.map(toGrant)
}

/** Names of the first 100 clients of the tenant; the others go by their id. One call, none for an empty list. */
export async function clientNames(ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { data } = await management((api) =>
    api.clients.list({
      per_page: 100,
      fields: 'client_id,name',
      include_fields: true,
      is_global: false,
      include_totals: true,
    }),
  )
  return new Map(data.map(({ client_id, name }) => [client_id ?? '', name ?? '']))
}
