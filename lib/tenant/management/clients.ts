import type { Management } from 'auth0'
import type { z } from 'zod'
import type { StoredClient } from '../storage/storage.ts'
import { tenantName } from '../tenant.ts'
import { insertCredentials } from './client-credentials.ts'
import { newClient, refreshTokenDefaults } from './client-defaults.ts'
import type { clientList, clientQuery } from './client-query.ts'
import type { CreateClient, UpdateClient } from './client-schema.ts'
import { viewClient } from './client-view.ts'
import { inexistent, invalidBody, ManagementError } from './errors.ts'
import { pickFields } from './fields.ts'
import { newClientId, newClientSecret } from './ids.ts'
import { merge } from './merge.ts'
import { listAnswer, windowOf } from './paging.ts'
import type { Call } from './route.ts'
import { currentCert } from './signing-keys.ts'

type Answer = Partial<Management.Client>

export async function listClients({ tenant, query, may }: Call<z.output<typeof clientList>>) {
  const filter = {
    isGlobal: query.is_global,
    isFirstParty: query.is_first_party,
    appTypes: query.app_type?.split(',').map((type) => type.trim()),
  }
  const [page, cert] = await Promise.all([
    tenant.storage.clients.list(filter, windowOf(query)),
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
  refuseTwoMethods(body)

  const created = await tenant.storage.transaction(async (storage) => {
    const identity = { client_id: newClientId(), client_secret: newClientSecret() }
    const client = newClient(given, identity)
    if (methods) client.refresh_token = { ...refreshTokenDefaults(body), ...given.refresh_token }
    refuseImpossible(client)
    await storage.clients.insert(client)

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
  if (body.client_secret !== undefined && !may('update:client_keys')) throw insufficient('update:client_keys')
  if (body.client_authentication_methods !== undefined && !may('update:client_credentials')) {
    throw insufficient('update:client_credentials')
  }
  refuseTwoMethods(body)

  const updated = await tenant.storage.clients.update(param('id'), (current) => {
    const changed = merge(current, body)
    if (body.client_metadata) {
      changed.client_metadata = merge(current.client_metadata ?? {}, body.client_metadata)
    }
    if (body.jwt_configuration) {
      changed.jwt_configuration = { ...current.jwt_configuration, ...body.jwt_configuration }
    }
    if (body.refresh_token) {
      changed.refresh_token = { ...refreshTokenDefaults(changed), ...body.refresh_token }
    }
    refuseImpossible(changed)
    return withSecret(changed)
  })
  if (!updated) throw inexistent('client')
  return viewClient(updated, await currentCert(tenant), may)
}

export async function deleteClient({ tenant, param }: Call): Promise<void> {
  const client = await tenant.storage.clients.find(param('id'))
  if (client?.global)
    throw new ManagementError(400, 'Global client cannot be deleted.', 'operation_not_supported')
  await tenant.storage.clients.delete(param('id'))
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

/** Whoever makes a secret is shown it. */
const always = () => true

const insufficient = (scope: string) =>
  new ManagementError(403, `Insufficient scope, expected any of: ${scope}`, 'insufficient_scope')

function refuseTwoMethods(body: CreateClient | UpdateClient) {
  if (body.client_authentication_methods && body.token_endpoint_auth_method) {
    throw invalidBody(
      'The properties client_authentication_methods and token_endpoint_auth_method are mutually exclusive.',
    )
  }
}

function refuseImpossible(client: StoredClient) {
  const { grant_types, token_endpoint_auth_method } = client
  if (token_endpoint_auth_method === 'none' && grant_types?.includes('client_credentials')) {
    throw invalidBody('Invalid grant types: client_credentials')
  }
  if (
    client.is_first_party === false &&
    (client.organization_usage || client.organization_require_behavior)
  ) {
    throw new ManagementError(
      403,
      'Organizations are only available to first party clients on user-based flows. Properties organization_usage and organization_require_behavior must be unset for third party clients.',
      'operation_not_supported',
    )
  }
}
