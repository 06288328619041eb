import type { NewStep } from '../../changes/set-store'
import type { Grant } from '../../grants/grant'
import type { AccessDocument } from '../document'
import type { Picture } from '../picture'
import type { Judged } from './compare'
import { Refusal } from './comparison'
import { accessOf, grantStep, pairKey } from './grants'
import type { Parties } from './parties'

/**
 * What the tenant has beyond the document, of the clients and APIs it names: grants it does not mention, then scopes.
 * From a client of which something was refused nothing is taken away: the document may have meant just that. Nor is
 * anything from the dashboard's own clients: who exports leaves out what the exporting client itself holds.
 */
export function leftOver(
  document: AccessDocument,
  picture: Picture,
  parties: Parties,
  judged: Judged[],
): NewStep[] {
  const idOf = (meant: { id?: string; name: string }) => {
    const party = parties.client(meant)
    return party instanceof Refusal ? undefined : party?.id
  }
  const kept = new Set(picture.clients.filter(({ protectedBecause }) => protectedBecause).map(({ id }) => id))
  const unsure = new Set(judged.filter(({ pair }) => !pair).map(({ item }) => idOf(item.client)))
  const named = new Set([...document.clients, ...document.grants.map(({ client }) => client)].map(idOf))
  const mentioned = new Set(judged.map(({ key }) => key))
  const retired = retiredScopes(document, picture)

  const isLeftOver = ({ clientId, audience, isSystem }: Grant) =>
    named.has(clientId) &&
    !unsure.has(clientId) &&
    !kept.has(clientId) &&
    !isSystem &&
    !mentioned.has(pairKey(clientId, audience))

  const grants = picture.grants.flatMap((grant) => {
    const client = parties.client({ name: grant.clientId })
    const api = parties.api(grant.audience)
    if (!client || !api || client instanceof Refusal || api instanceof Refusal) return []
    if (isLeftOver(grant)) return grantStep({ client, api }, accessOf(grant), null)
    const gone = retired.get(api.identifier)
    if (!gone || grant.isSystem || mentioned.has(pairKey(client.id, api.identifier))) return []
    const scope = grant.scope.filter((value) => !gone.has(value))
    return grantStep({ client, api }, accessOf(grant), { scope, allScopes: grant.allScopes })
  })
  const scopes = [...retired].flatMap(([audience, values]) => {
    const apiId = picture.apis.find(({ identifier }) => identifier === audience)?.id ?? audience
    return [...values].map((value): NewStep => ({ change: { kind: 'scope.delete', apiId, value } }))
  })
  return [...grants, ...scopes]
}

/** By identifier, the scopes that the tenant's API has and the document's has not. */
function retiredScopes({ apis }: AccessDocument, picture: Picture) {
  const there = new Map(picture.apis.map((api) => [api.identifier, api]))
  const retired = apis.flatMap(({ identifier, scopes }): [string, Set<string>][] => {
    const api = there.get(identifier)
    if (!api || api.isSystem) return []
    const stays = new Set(scopes.map(({ value }) => value))
    const gone = api.scopes.map(({ value }) => value).filter((value) => !stays.has(value))
    return gone.length > 0 ? [[identifier, new Set(gone)]] : []
  })
  return new Map(retired)
}
