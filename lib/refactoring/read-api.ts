import 'server-only'
import { type Api, toApi } from '../apis/api'
import { allGrantsFor } from '../grants/holders'
import { management } from '../management/management'
import { mirroredClientNames } from '../mirror/clients'
import type { Holders } from './scopes'

/** An API and every grant for it, as the tenant holds them at this moment. Throws an AppError when there is none. */
export async function readApi(apiId: string): Promise<{ api: Api; holders: Holders }> {
  const api = toApi(await management((management) => management.resourceServers.get(apiId)))
  const grants = await allGrantsFor(api.identifier)
  const names = await mirroredClientNames(grants.map(({ clientId }) => clientId))
  return { api, holders: { grants, clients: [...names].map(([id, name]) => ({ id, name })) } }
}
