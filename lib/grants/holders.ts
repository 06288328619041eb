import 'server-only'
import { management } from '../management/management'
import { mirroredClientNames } from '../mirror/clients'
import { type Grant, toGrant } from './grant'

/** The grants that name one of the scopes, with their clients' names, and how many are for all scopes; read anew. */
export async function holdersOf(audience: string, scopes: string[]) {
  const grants = await allGrantsFor(audience)
  const wanted = new Set(scopes)
  const holding = grants.filter((grant) => !grant.allScopes && grant.scope.some((held) => wanted.has(held)))
  const names = await mirroredClientNames(holding.map(({ clientId }) => clientId))
  return {
    listing: holding.map((grant) => ({ ...grant, clientName: names.get(grant.clientId) ?? grant.clientId })),
    allScopes: grants.filter((grant) => grant.allScopes).length,
  }
}

/** Every grant for the audience; read anew, all pages. */
export const allGrantsFor = (audience: string) => allGrants({ audience })

/** Every grant of the client; read anew, all pages. */
export const allGrantsOf = (clientId: string) => allGrants({ client_id: clientId })

async function allGrants(which: { audience: string } | { client_id: string }): Promise<Grant[]> {
  const first = await management((api) =>
    api.clientGrants.list({ ...which, subject_type: 'client', take: 100 }),
  )
  const grants = [...first.data]
  for (let page = first; page.hasNextPage(); ) {
    page = await management(() => page.getNextPage())
    grants.push(...page.data)
  }
  return grants.map(toGrant)
}
