import type { Api } from '../apis/api'
import type { Client } from '../clients/client'
import type { Grant } from '../grants/grant'
import type { AccessDocument } from './document'

/** What a tenant holds of clients, APIs and client grants at one moment. */
export type Picture = { clients: Client[]; apis: Api[]; grants: Grant[] }

const nowhere = { line: 0 }

/**
 * The picture as a document to be taken along. Left out is what belongs to this tenant alone: the clients that are
 * protected (the dashboard's own), the system API's definition, and grants the tenant made itself.
 */
export function documentOf({ clients, apis, grants }: Picture): AccessDocument {
  const taken = clients.filter(({ protectedBecause }) => !protectedBecause)
  const names = new Map(taken.map(({ id, name }) => [id, name]))
  return {
    clients: taken.map(({ id, name, description, type, grantTypes, authMethod }) => ({
      id,
      name,
      description,
      type,
      grantTypes,
      // A key can't be taken along, so who signs with one is left to the type's default.
      authMethod: authMethod === 'private_key_jwt' ? undefined : authMethod,
      at: nowhere,
    })),
    apis: apis
      .filter(({ isSystem }) => !isSystem)
      .map(({ isSystem: _, ...api }) => ({ ...api, at: nowhere })),
    grants: grants.flatMap(({ id, clientId, audience, scope, allScopes, isSystem }) => {
      const name = names.get(clientId)
      if (name === undefined || isSystem) return []
      return [{ id, client: { id: clientId, name }, audience, access: { scope, allScopes }, at: nowhere }]
    }),
  }
}
