import 'server-only'
import { readClient } from '../clients/read'
import { allGrantsOf } from '../grants/holders'
import { mirroredApisWithScopes } from '../mirror/apis'

/** Two clients with their grants, as the tenant holds them at this moment, and the APIs by name. */
export async function readClients(fromId: string, clientId: string) {
  const [from, client, given, held] = await Promise.all([
    readClient(fromId),
    readClient(clientId),
    allGrantsOf(fromId),
    allGrantsOf(clientId),
  ])
  const grants = [...given, ...held]
  const apis = await mirroredApisWithScopes([...new Set(grants.map(({ audience }) => audience))])
  return { from, client, access: { apis, grants } }
}
