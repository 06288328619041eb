import { newResourceServerId } from './management/ids.ts'
import { managementScopes } from './management-scopes.ts'
import type { Storage, StoredClientGrant, StoredResourceServer } from './storage/storage.ts'

/**
 * Makes sure that the system API goes by `identifier`. When the tenant's issuer has changed, the API and the
 * grants for it move to the new name, since nothing that the old one stands for can be reached any more.
 */
export async function placeSystemApi(storage: Storage, identifier: string): Promise<void> {
  if (await storage.resourceServers.find(identifier)) return

  const known = await findSystemApi(storage)
  if (!known) return storage.resourceServers.insert(newSystemApi(identifier))

  const grants = await grantsFor(storage, known.identifier)
  await storage.resourceServers.delete(known.id)
  await storage.resourceServers.insert({ ...known, identifier })
  for (const grant of grants) await storage.clientGrants.insert({ ...grant, audience: identifier })
}

async function findSystemApi(storage: Storage): Promise<StoredResourceServer | undefined> {
  for (let from: string | undefined, more = true; more; ) {
    const page = await storage.resourceServers.list({}, { take: 100, from })
    const found = page.items.find((api) => api.is_system)
    if (found) return found
    from = page.next
    more = from !== undefined
  }
  return undefined
}

async function grantsFor(storage: Storage, audience: string): Promise<StoredClientGrant[]> {
  const found: StoredClientGrant[] = []
  for (let from: string | undefined, more = true; more; ) {
    const page = await storage.clientGrants.list({ audience }, { take: 100, from })
    found.push(...page.items)
    from = page.next
    more = from !== undefined
  }
  return found
}

const newSystemApi = (identifier: string): StoredResourceServer => ({
  id: newResourceServerId(),
  name: 'Auth0 Management API',
  identifier,
  is_system: true,
  allow_offline_access: false,
  skip_consent_for_verifiable_first_party_clients: false,
  subject_type_authorization: {
    client: { policy: 'require_client_grant' },
    user: { policy: 'allow_all' },
  },
  token_lifetime: 86400,
  token_lifetime_for_web: 7200,
  signing_alg: 'RS256',
  scopes: managementScopes.map(({ value, description }) => ({ value, description })),
})
