import 'server-only'
import { management } from '../management/management'
import { type Client, clientFields, toClient } from './client'
import { ownClients } from './own-clients'

/** The client as it is in the tenant at this moment, without its secret. One call; an AppError when it is gone. */
export async function readClient(clientId: string): Promise<Client> {
  const fields = { fields: clientFields, include_fields: true }
  return toClient(await management((api) => api.clients.get(clientId, fields)), ownClients())
}
