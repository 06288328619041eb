import 'server-only'
import { management } from '../management/management'
import { mirroredClientNames } from '../mirror/clients'
import { type Grant, toGrant } from './grant'

/** Every grant for the audience that names the scope, with its client's name; read anew, all pages. */
export async function grantsHolding(
  audience: string,
  scope: string,
): Promise<(Grant & { clientName: string })[]> {
  const grants = await allGrantsFor(audience)
  const holding = grants.filter((grant) => !grant.allScopes && grant.scope.includes(scope))
  const names = await mirroredClientNames(holding.map(({ clientId }) => clientId))
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
