import type { Storage, StoredClient } from '../storage/storage.ts'
import { inexistent, ManagementError } from './errors.ts'

/** An API that acts as a client itself shows which one; an API has one such client. */
export async function linkApi({ resourceServers }: Storage, client: StoredClient): Promise<void> {
  const identifier = client.resource_server_identifier
  if (identifier === undefined) return
  const api = await resourceServers.find(identifier)
  if (api?.identifier !== identifier) throw inexistent('resource_server')
  if (api.client_id) {
    throw new ManagementError(409, 'The resource server is already linked to a client.', 'client_conflict')
  }
  await resourceServers.update(identifier, (current) => ({ ...current, client_id: client.client_id }))
}

export async function unlinkApi({ resourceServers }: Storage, client: StoredClient): Promise<void> {
  const identifier = client.resource_server_identifier
  if (identifier === undefined) return
  await resourceServers.update(identifier, ({ client_id, ...api }) =>
    client_id === client.client_id ? api : { ...api, ...(client_id && { client_id }) },
  )
}
