import type { AccessDocument } from '../document'
import { accessEntry, apiEntry, clientEntry } from './entries'

/** The document as JSON with the ids of the tenant it comes from; `readJson` reads it. */
export function writeJson({ clients, apis, grants }: AccessDocument): string {
  const root = {
    clients: clients.map((client) => ({ client_id: client.id, ...clientEntry(client) })),
    resource_servers: apis.map((api) => ({ id: api.id, ...apiEntry(api) })),
    client_grants: grants.map((grant) => ({
      id: grant.id,
      client_id: grant.client.id,
      client_name: grant.client.name,
      audience: grant.audience,
      ...accessEntry(grant),
    })),
  }
  return `${JSON.stringify(root, null, 2)}\n`
}
