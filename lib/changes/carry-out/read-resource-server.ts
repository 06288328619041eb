import 'server-only'
import { type Api, toApi } from '../../apis/api'
import { management } from '../../management/management'

/** The API as it is in the tenant at this moment, also in the tenant's own shape. */
export async function readResourceServer(apiId: string) {
  const resourceServer = await management((api) => api.resourceServers.get(apiId))
  return { resourceServer, api: toApi(resourceServer) }
}

export const subjectOf = ({ id, name, identifier }: Api) => ({
  apiId: id,
  apiName: name,
  audience: identifier,
})
