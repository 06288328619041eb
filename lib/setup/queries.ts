import 'server-only'
import { cache } from 'react'
import { toApi } from '../apis/api'
import { clientFields, toClient } from '../clients/client'
import { ownClients } from '../clients/own-clients'
import { toGrant } from '../grants/grant'
import { management } from '../management/management'
import { requireAdmin } from '../session'

/**
 * What the tenant holds, as far as three calls tell: the first 100 clients, APIs and grants, the totals of clients
 * and APIs, and whether there are more grants than these. The dashboard's own clients are told apart.
 */
export const readSetup = cache(async () => {
  await requireAdmin()
  const [clients, apis, grants] = await Promise.all([
    management((api) =>
      api.clients.list({
        per_page: 100,
        include_totals: true,
        is_global: false,
        fields: clientFields,
        include_fields: true,
      }),
    ),
    management((api) => api.resourceServers.list({ per_page: 100, include_totals: true })),
    management((api) => api.clientGrants.list({ take: 100, subject_type: 'client' })),
  ])
  const own = Object.values(ownClients())
  return {
    clients: clients.data
      .map((client) => toClient(client, ownClients()))
      .filter(({ id }) => !own.includes(id)),
    clientTotal: clients.response.total ?? clients.data.length,
    apis: apis.data.map(toApi),
    apiTotal: apis.response.total ?? apis.data.length,
    grants: grants.data.map(toGrant).filter(({ clientId }) => !own.includes(clientId)),
    grantsComplete: !grants.hasNextPage(),
  }
})
