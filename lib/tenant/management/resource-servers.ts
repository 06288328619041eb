import type { Management } from 'auth0'
import type { z } from 'zod'
import { DuplicateError, type StoredResourceServer } from '../storage/storage.ts'
import { managementAudience } from '../tenant.ts'
import { thumbprint } from './client-credentials.ts'
import { inexistent, invalidBody, ManagementError } from './errors.ts'
import { newResourceServerId, newSigningSecret } from './ids.ts'
import { merge } from './merge.ts'
import { namedApi } from './named-api.ts'
import { listAnswer, windowOf } from './paging.ts'
import type { resourceServerList } from './resource-server-query.ts'
import type { CreateResourceServer, UpdateResourceServer } from './resource-server-schema.ts'
import type { Call } from './route.ts'

/** The contract's type has the encryption key where live tenants answer with its thumbprint. */
type Answer = Omit<Management.ResourceServer, 'token_encryption'> & { token_encryption?: object | null }

export async function listResourceServers({ tenant, query }: Call<z.output<typeof resourceServerList>>) {
  const page = await tenant.storage.resourceServers.list({ identifiers: query.identifiers }, windowOf(query))
  const items = await Promise.all(page.items.map(view))
  return listAnswer('resource_servers', query, { ...page, items })
}

export async function getResourceServer(call: Call): Promise<Answer> {
  const api = await call.tenant.storage.resourceServers.find(await namedApi(call))
  if (!api) throw inexistent('resource_server')
  return view(api)
}

export async function createResourceServer(call: Call<undefined, CreateResourceServer>): Promise<Answer> {
  const { tenant, body } = call
  // The system API also goes by its https name, which Auth0's SDKs insist on.
  const reserved = managementAudience(tenant.issuer).replace(/^http:/, 'https:')
  if (body.identifier === reserved) throw invalidBody('The selected identifier is reserved.')

  await requireUsableKey(body)
  const { name, identifier, subject_type_authorization: policies, ...rest } = body
  const token_lifetime = body.token_lifetime ?? 86400
  const api = withSigningSecret({
    id: newResourceServerId(),
    ...(name !== undefined && { name }),
    identifier,
    allow_offline_access: false,
    skip_consent_for_verifiable_first_party_clients: false,
    subject_type_authorization: {
      client: { policy: 'require_client_grant', ...policies?.client },
      user: { policy: 'allow_all', ...policies?.user },
    },
    token_lifetime,
    token_lifetime_for_web: Math.min(token_lifetime, 7200),
    signing_alg: 'RS256',
    ...merge({}, rest),
  })
  refuseLongWebLifetime(api)
  try {
    await tenant.storage.resourceServers.insert(api)
  } catch (error) {
    if (!(error instanceof DuplicateError)) throw error
    const message = 'A resource server with the same identifier already exists.'
    throw new ManagementError(409, message, 'resource_server_conflict')
  }
  return view(api)
}

export async function updateResourceServer(call: Call<undefined, UpdateResourceServer>): Promise<Answer> {
  const { tenant, body } = call
  const { subject_type_authorization: policies } = body
  await requireUsableKey(body)

  const updated = await tenant.storage.resourceServers.update(await namedApi(call), (current) => {
    if (current.is_system) refuseSystemChange(body)
    const changed = merge(current, body)
    if (policies) {
      changed.subject_type_authorization = {
        client: { ...current.subject_type_authorization?.client, ...policies.client },
        user: { ...current.subject_type_authorization?.user, ...policies.user },
      }
    }
    if (body.token_lifetime_for_web === undefined && changed.token_lifetime_for_web !== undefined) {
      changed.token_lifetime_for_web = Math.min(changed.token_lifetime_for_web, changed.token_lifetime)
    }
    refuseLongWebLifetime(changed)
    return withSigningSecret(changed)
  })
  if (!updated) throw inexistent('resource_server')
  return view(updated)
}

export async function deleteResourceServer(call: Call): Promise<void> {
  const { resourceServers } = call.tenant.storage
  const name = await namedApi(call)
  const api = await resourceServers.find(name)
  if (api?.is_system) {
    throw new ManagementError(400, 'System resource servers cannot be deleted.', 'operation_not_supported')
  }
  await resourceServers.delete(name)
}

/** An API has a signing secret exactly while its tokens are signed with one. */
function withSigningSecret(api: StoredResourceServer): StoredResourceServer {
  if (api.signing_alg === 'HS256') return { ...api, signing_secret: api.signing_secret ?? newSigningSecret() }
  const { signing_secret: _, ...rest } = api
  return rest
}

/** Answers name an encryption key by its thumbprint and leave the key itself out. */
async function view({ token_encryption: encryption, ...api }: StoredResourceServer): Promise<Answer> {
  if (!encryption) return api
  const { pem, ...key } = encryption.encryption_key
  const encryption_key = { ...key, thumbprint_sha256: await thumbprint(pem) }
  return { ...api, token_encryption: { format: encryption.format, encryption_key } }
}

const requireUsableKey = async ({ token_encryption }: UpdateResourceServer) =>
  token_encryption && thumbprint(token_encryption.encryption_key.pem)

function refuseLongWebLifetime({ token_lifetime, token_lifetime_for_web }: StoredResourceServer) {
  if (token_lifetime_for_web !== undefined && token_lifetime_for_web > token_lifetime) {
    throw invalidBody('token_lifetime_for_web must not be greater than token_lifetime.')
  }
}

const changeableOnSystemApis = new Set([
  'token_lifetime',
  'token_lifetime_for_web',
  'skip_consent_for_verifiable_first_party_clients',
])

function refuseSystemChange(body: UpdateResourceServer) {
  if (Object.keys(body).every((key) => changeableOnSystemApis.has(key))) return
  throw new ManagementError(400, 'System resource servers cannot be patched.', 'operation_not_supported')
}
