import 'server-only'
import { cache } from 'react'
import { apiFilter } from '../apis/list-filter'
import { clientFilter } from '../clients/list-filter'
import { ownClients } from '../clients/own-clients'
import { mirroredApis } from '../mirror/api-list'
import { mirroredApisWithScopes } from '../mirror/apis'
import { mirroredClients } from '../mirror/client-list'
import { mirroredGrants } from '../mirror/grants'
import { requireAdmin } from '../session'

const atOnce = 100

/**
 * What the tenant holds: the first 100 clients, APIs and grants, how many clients and APIs there are, and whether
 * there are more grants than these. The dashboard's own clients are told apart. No Management API call.
 */
export const readSetup = cache(async () => {
  await requireAdmin()
  const [{ clients, total: clientTotal }, apis, { total: apiTotal }, { grants, total: grantTotal }] =
    await Promise.all([
      mirroredClients({ skip: 0, take: atOnce }, clientFilter({})),
      mirroredApisWithScopes(atOnce),
      mirroredApis({ skip: 0, take: 1 }, apiFilter({})),
      mirroredGrants(atOnce),
    ])
  const own = Object.values(ownClients())
  return {
    clients: clients.filter(({ id }) => !own.includes(id)),
    clientTotal,
    apis,
    apiTotal,
    grants: grants.filter(({ clientId }) => !own.includes(clientId)),
    grantsComplete: grantTotal <= atOnce,
  }
})
