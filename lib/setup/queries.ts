import 'server-only'
import { cache } from 'react'
import { toApi } from '../apis/api'
import { ownClients } from '../clients/own-clients'
import { readClients } from '../clients/read'
import { toGrant } from '../grants/grant'
import { management } from '../management/management'
import { requireAdmin } from '../session'

/**
 * What the tenant holds, as far as three calls tell: the first 100 clients, APIs and grants, the totals of clients
 * and APIs, and whether there are more grants than these. The dashboard's own clients are told apart.
 */
export const readSetup = cache(async () => {
  await requireAdmin()
  const [{ clients, total: clientTotal }, apis, grants] = await Promise.all([
    readClients(1, 100),
    management((api) => api.resourceServers.list({ per_page: 100, include_totals: true })),
    management((api) => api.clientGrants.list({ take: 100, subject_type: 'client' })),
  ])
  const own = Object.values(ownClients())
  return {
    clients: clients.filter(({ id }) => !own.includes(id)),
    clientTotal,
    apis: apis.data.map(toApi),
    apiTotal: apis.response.total ?? apis.data.length,
    grants: grants.data.map(toGrant).filter(({ clientId }) => !own.includes(clientId)),
    grantsComplete: !grants.hasNextPage(),
  }
})
