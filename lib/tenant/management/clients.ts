import type { Management } from 'auth0'
import type { z } from 'zod'
import { DuplicateError, type Storage, type StoredClient } from '../storage/storage.ts'
import { tenantName } from '../tenant.ts'
import { changeClient } from './client-changes.ts'
import { insertCredentials } from './client-credentials.ts'
import { clientIdFor, newClient, refreshTokenDefaults } from './client-defaults.ts'
import { type clientList, type clientQuery, grantedTo } from './client-query.ts'
import { authorizeChange, insufficient, refuseForeignKeys, refuseImpossible } from './client-rules.ts'
import type { CreateClient, UpdateClient } from './client-schema.ts'
import { viewClient } from './client-view.ts'
import { inexistent, invalidBody, ManagementError } from './errors.ts'
import { pickFields } from './fields.ts'
import { newClientSecret } from './ids.ts'
import { linkApi, unlinkApi } from './linked-api.ts'
import { listAnswer, windowOf } from './paging.ts'
import type { Call } from './route.ts'
import { currentCert } from './signing-keys.ts'

type Answer = Partial<Management.Client>

export async function listClients({ tenant, query, may }: Call<z.output<typeof clientList>>) {
  const filter = {
    isGlobal: query.is_global,
    isFirstParty: query.is_first_party,
    appTypes: query.app_type?.split(',').map((type) => type.trim()),
    forAnyOrganization: grantedTo(query) === 'any organization' || undefined,
  }
  // No client here comes from elsewhere, and no grant is for one organization.
  const matchesNone = query.external_client_id !== undefined || grantedTo(query) === 'one organization'
  const [page, cert] = await Promise.all([
    matchesNone ? { items: [], total: 0 } : tenant.storage.clients.list(filter, windowOf(query)),
    currentCert(tenant),
  ])
  const items = page.items.map((client) => {
    const shown = { tenant: tenantName(tenant), global: client.global, ...viewClient(client, cert, may) }
    return pickFields<Answer>(shown, query, ['tenant'])
  })
  return listAnswer('clients', query, { ...page, items })
}

export async function getClient({ tenant, query, param, may }: Call<z.output<typeof clientQuery>>) {
  const client = await tenant.storage.clients.find(param('id'))
  if (!client) throw inexistent('client')
  return pickFields<Answer>(viewClient(client, await currentCert(tenant), may), query, ['signing_keys'])
}

export async function createClient({ tenant, body, may }: Call<undefined, CreateClient>): Promise<Answer> {
  const {
    client_authentication_methods: methods,
    signed_request_object,
    token_vault_privileged_access,
    ...given
  } = body
  if (methods && !may('create:client_credentials')) throw insufficient('create:client_credentials')
  refuseImpossible(body)

  const created = await unlessAliasTaken(tenant.storage, async (storage) => {
    const client = newClient(given, { client_id: clientIdFor(given), client_secret: newClientSecret() })
    if (methods) client.refresh_token = { ...refreshTokenDefaults(body), ...given.refresh_token }
    refuseImpossible(client)
    await requireLandingClient(storage, body)
    await storage.clients.insert(client)
    await linkApi(storage, client)

    const keys = { methods, signed_request_object, token_vault_privileged_access }
    const credentials = await insertCredentials(storage, client.client_id, keys)
    const complete = await storage.clients.update(client.client_id, (current) =>
      withSecret({ ...current, ...credentials }),
    )
    return complete ?? client
  })
  return viewClient(created, await currentCert(tenant), always)
}

export async function updateClient(call: Call<undefined, UpdateClient>): Promise<Answer> {
  const { tenant, body, param, may } = call
  authorizeChange(body, may)

  const updated = await unlessAliasTaken(tenant.storage, async (storage) => {
    const keys = await storage.clientCredentials.list(param('id'))
    await requireLandingClient(storage, body)
    return storage.clients.update(param('id'), (current) => {
      refuseForeignKeys(body, keys)
      const changed = changeClient(current, body)
      refuseImpossible(changed)
      return withSecret(changed)
    })
  })
  if (!updated) throw inexistent('client')
  return viewClient(updated, await currentCert(tenant), may)
}

export async function deleteClient({ tenant, param }: Call): Promise<void> {
  await tenant.storage.transaction(async (storage) => {
    const client = await storage.clients.find(param('id'))
    if (!client) return
    if (client.global) {
      throw new ManagementError(400, 'Global client cannot be deleted.', 'operation_not_supported')
    }
    await unlinkApi(storage, client)
    await storage.clients.delete(client.client_id)
  })
}

export async function rotateSecret({ tenant, param }: Call): Promise<Answer> {
  const rotated = await tenant.storage.clients.update(param('id'), (current) => {
    if (current.client_authentication_methods) {
      throw invalidBody('The secret of a client that uses client_authentication_methods cannot be rotated.')
    }
    return { ...current, client_secret: newClientSecret() }
  })
  if (!rotated) throw inexistent('client')
  return viewClient(rotated, await currentCert(tenant), always)
}

/** A client that proves itself with a key has no secret: a forgotten one must not open a second door. */
function withSecret(client: StoredClient): StoredClient {
  const { client_secret, ...rest } = client
  if (client.client_authentication_methods) return rest
  return { ...client, client_secret: client_secret ?? newClientSecret() }
}

async function unlessAliasTaken<T>(storage: Storage, write: (inside: Storage) => Promise<T>): Promise<T> {
  try {
    return await storage.transaction(write)
  } catch (error) {
    if (!(error instanceof DuplicateError)) throw error
    throw new ManagementError(409, 'Another client exists with the same alias.', 'client_conflict')
  }
}

/** Whoever makes a secret is shown it. */
const always = () => true

async function requireLandingClient(storage: Storage, body: CreateClient | UpdateClient): Promise<void> {
  const clientId = body.my_organization_configuration?.invitation_landing_client_id
  if (clientId === undefined || (await storage.clients.find(clientId))) return
  throw new ManagementError(404, 'The Client ID for Invitations could not be found.', 'inexistent_client')
}
