import 'server-only'
import { management } from '../management/management'
import { type Client, clientFields, toClient } from './client'
import { ownClients } from './own-clients'

/** The client as it is in the tenant at this moment, without its secret. One call; an AppError when it is gone. */
export async function readClient(clientId: string): Promise<Client> {
  const fields = { fields: clientFields, include_fields: true }
  return toClient(await management((api) => api.clients.get(clientId, fields)), ownClients())
}

/** A page (from 1) of the clients, of one type or all, without their secrets and the global client. One call. */
export async function readClients(page: number, perPage: number, type?: string) {
  const { data, response } = await management((api) =>
    api.clients.list({
      page: page - 1,
      per_page: perPage,
      include_totals: true,
      is_global: false,
      fields: clientFields,
      include_fields: true,
      ...(type && { app_type: type }),
    }),
  )
  return {
    clients: data.map((client) => toClient(client, ownClients())),
    total: response.total ?? data.length,
  }
}
