import type { NewStep } from '../changes/set-store'
import type { Access, Grant } from '../grants/grant'
import { accessOf, grantStep, joined } from '../transfer/compare/grants'

type Client = { id: string; name: string }
type BulkApi = { identifier: string; name: string; scopes: { value: string }[] }

/** Authorizes each client for the API with these scopes; who is authorized keeps what it has. */
export const authorizeSteps = (clients: Client[], api: BulkApi, scope: string[], grants: Grant[]) =>
  grantSteps(clients, api, grants, (held) => joined(held, { scope, allScopes: false }))

/** Adds these scopes to the grant of each client that is authorized for the API; nobody else is. */
export const addScopesSteps = (clients: Client[], api: BulkApi, scope: string[], grants: Grant[]) =>
  grantSteps(clients, api, grants, (held) => held && joined(held, { scope, allScopes: false }))

/** Takes these scopes out of each client's grant for the API; what was all scopes becomes the others by name. */
export const removeScopesSteps = (clients: Client[], api: BulkApi, scope: string[], grants: Grant[]) => {
  const removed = new Set(scope)
  const rest = (values: string[]) => values.filter((value) => !removed.has(value))
  return grantSteps(clients, api, grants, (held) => {
    if (!held) return null
    return {
      scope: rest(held.allScopes ? api.scopes.map(({ value }) => value) : held.scope),
      allScopes: false,
    }
  })
}

/** Takes away every one of these grants that a client of these holds. */
export function revokeSteps(
  clients: Client[],
  apis: Pick<BulkApi, 'identifier' | 'name'>[],
  grants: Grant[],
): NewStep[] {
  const [names, apiNames] = [
    new Map(clients.map(({ id, name }) => [id, name])),
    new Map(apis.map(({ identifier, name }) => [identifier, name])),
  ]
  return grants.flatMap((grant) => {
    const name = names.get(grant.clientId)
    if (name === undefined || grant.isSystem) return []
    const api = { identifier: grant.audience, name: apiNames.get(grant.audience) ?? grant.audience }
    return grantStep({ client: { id: grant.clientId, name }, api }, accessOf(grant), null)
  })
}

/** Deletes each API, but not the tenant's own. */
export const deleteApiSteps = (apis: { id: string; name: string; isSystem: boolean }[]): NewStep[] =>
  apis
    .filter(({ isSystem }) => !isSystem)
    .map(({ id, name }) => ({ change: { kind: 'api.delete', apiId: id, apiName: name } }))

/** Deletes each client. */
export const deleteSteps = (clients: Client[]): NewStep[] =>
  clients.map(({ id, name }) => ({ change: { kind: 'client.delete', clientId: id, clientName: name } }))

function grantSteps(
  clients: Client[],
  api: BulkApi,
  grants: Grant[],
  wanted: (held: Access | null) => Access | null,
): NewStep[] {
  const byClient = new Map(
    grants.filter(({ audience }) => audience === api.identifier).map((grant) => [grant.clientId, grant]),
  )
  return clients.flatMap((client) => {
    const grant = byClient.get(client.id)
    const held = accessOf(grant)
    return grant?.isSystem ? [] : grantStep({ client, api }, held, wanted(held))
  })
}
