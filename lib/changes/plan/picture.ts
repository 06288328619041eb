import type { Api } from '../../apis/api'
import type { Client } from '../../clients/client'
import type { Access, Grant } from '../../grants/grant'
import type { TenantSettings } from '../../tenant-settings/tenant-settings'
import type { Change } from '../change'

/** What the tenant holds of everything that some changes are about, at one time. */
export type Picture = {
  /** ISO 8601, UTC. */
  at: string
  /** By id. */
  clients: Map<string, Client>
  /** By identifier. */
  apis: Map<string, Api>
  /** Every grant for the APIs above, by `grantKey`. */
  grants: Map<string, Grant>
  settings?: TenantSettings
}

export const grantKey = (clientId: string, audience: string) => `${clientId} ${audience}`

/** One that can be moved on without moving the other. */
export const copyOf = ({ clients, apis, grants, ...rest }: Picture): Picture => ({
  ...rest,
  clients: new Map(clients),
  apis: new Map(apis),
  grants: new Map(grants),
})

/** An API by its id or, as the tenant takes it too, its identifier. */
export const findApi = ({ apis }: Picture, named: string): Api | undefined =>
  apis.get(named) ?? [...apis.values()].find(({ id }) => id === named)

/** Moves the picture on to what the change makes of it, so that a later change is judged by the earlier ones. */
export function moveOn(picture: Picture, change: Change): void {
  switch (change.kind) {
    case 'grant.create':
    case 'grant.update':
      setGrant(picture, change, change.to)
      break
    case 'grant.delete':
      setGrant(picture, change, null)
      break
    case 'client.delete':
      picture.clients.delete(change.clientId)
      dropGrants(picture, ({ clientId }) => clientId === change.clientId)
      break
    case 'api.create': {
      const { name, identifier, signingAlgorithm } = change.input
      const fresh = { tokenLifetime: 86_400, scopes: [], isSystem: false }
      picture.apis.set(identifier, { id: identifier, name, identifier, signingAlgorithm, ...fresh })
      break
    }
    case 'api.update':
      setApi(picture, change.apiId, (api) => ({ ...api, ...change.to }))
      break
    case 'api.delete': {
      const gone = findApi(picture, change.apiId)?.identifier ?? ''
      picture.apis.delete(gone)
      dropGrants(picture, ({ audience }) => audience === gone)
      break
    }
    case 'scope.create':
      setApi(picture, change.apiId, (api) => ({ ...api, scopes: [...api.scopes, ...change.scopes] }))
      break
    case 'scope.delete': {
      const stays = ({ value }: { value: string }) => value !== change.value
      setApi(picture, change.apiId, (api) => ({ ...api, scopes: api.scopes.filter(stays) }))
      break
    }
  }
}

type Parties = { clientId: string; audience: string }

function setGrant({ grants }: Picture, { clientId, audience }: Parties, access: Access | null) {
  const key = grantKey(clientId, audience)
  const fresh = { id: '', clientId, audience, isSystem: false, needsOrganization: false }
  if (access) grants.set(key, { ...(grants.get(key) ?? fresh), ...access })
  else grants.delete(key)
}

function setApi(picture: Picture, named: string, change: (api: Api) => Api) {
  const api = findApi(picture, named)
  if (api) picture.apis.set(api.identifier, change(api))
}

function dropGrants({ grants }: Picture, isGone: (grant: Grant) => boolean) {
  for (const [key, grant] of grants) if (isGone(grant)) grants.delete(key)
}
