import type { Management } from 'auth0'

/** The types a client can be created with; a tenant may hold others that Auth0's own integrations made. */
export const clientTypes = ['non_interactive', 'regular_web', 'spa', 'native'] as const
export type ClientType = (typeof clientTypes)[number]

const typeLabels: Record<ClientType, string> = {
  non_interactive: 'Non Interactive',
  regular_web: 'Regular Web',
  spa: 'Single Page',
  native: 'Native',
}

/** The type as it stands on screen. */
export const clientTypeLabel = (type: string) =>
  type in typeLabels ? typeLabels[type as ClientType] : type || 'No type'

/** How a client proves at the token endpoint that it is itself. */
export type AuthMethod = 'client_secret_post' | 'client_secret_basic' | 'none' | 'private_key_jwt'

/** An application that asks the tenant for tokens. Never carries its secret. */
export type Client = {
  id: string
  name: string
  description: string
  /** `non_interactive`, `regular_web`, `spa`, `native`, or another of Auth0's. */
  type: string
  grantTypes: string[]
  authMethod: AuthMethod
  /** Why it can't be deleted here. */
  protectedBecause?: string
}

/** What `toClient` reads: never a secret, so none is ever fetched for a list or a page. */
export const clientFields =
  'client_id,name,description,app_type,grant_types,token_endpoint_auth_method,client_authentication_methods,global'

/** The dashboard's own two clients, by id. */
export type OwnClients = { signIn: string; management: string }

/** Every field the SDK returns is optional; ours are not. */
export function toClient(client: Management.Client, own: OwnClients): Client {
  if (!client.client_id) throw new TypeError('The Management API returned a client without an id')
  return {
    id: client.client_id,
    name: client.name || client.client_id,
    description: client.description ?? '',
    type: client.app_type ?? '',
    grantTypes: client.grant_types ?? [],
    authMethod: client.client_authentication_methods
      ? 'private_key_jwt'
      : (client.token_endpoint_auth_method ?? 'client_secret_post'),
    protectedBecause: protection(client.client_id, own, client.global),
  }
}

/** Whether the client may use the client credentials grant at all. */
export const isMachine = ({ grantTypes }: Pick<Client, 'grantTypes'>) =>
  grantTypes.includes('client_credentials')

/** Why the client can't be deleted here; undefined when it can. */
export function protection(id: string, own: OwnClients, global = false) {
  if (id === own.signIn) return 'The admins sign in to this dashboard with it.'
  if (id === own.management) return 'This dashboard reaches the Management API with it.'
  // https://auth0.com/docs/api/management/v2/clients/delete-clients-by-id: 400 "Global client cannot be deleted."
  return global ? 'The tenant’s global client can’t be deleted.' : undefined
}
