import type { StoredResourceServer } from '../storage/storage.ts'
import { managementAudience, type Tenant } from '../tenant.ts'

/** The API that an `audience` names. Auth0's SDKs ask for the Management API in https whatever the tenant's scheme. */
export async function findApi({ issuer, storage }: Tenant, audience: string) {
  const management = managementAudience(issuer)
  const identifier = audience === management.replace(/^http:/, 'https:') ? management : audience

  const api: StoredResourceServer | undefined = await storage.resourceServers.find(identifier)
  return api?.identifier === identifier ? api : undefined // find() also knows ids, which are no audience
}
