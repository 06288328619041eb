import { randomBytes } from 'node:crypto'
import { newClient } from './management/client-defaults.ts'
import { newClientGrantId, newClientId, newClientSecret, newUserId } from './management/ids.ts'
import { managementScopes } from './management-scopes.ts'
import { newSigningKey } from './new-signing-key.ts'
import { hashPassword } from './oidc/password.ts'
import { globalClient, tenantSettings } from './seed-defaults.ts'
import type { Storage, StoredClient } from './storage/storage.ts'
import { placeSystemApi } from './system-api.ts'
import { managementAudience, type Tenant } from './tenant.ts'

type Credentials = { clientId?: string; clientSecret?: string }

/** What a tenant starts with; what is left out is generated. */
export type SeedOptions = {
  /** Where the dashboard is reached: its sign-in comes back to `<appBaseUrl>/auth/callback`. */
  appBaseUrl: string
  dashboard?: Credentials
  management?: Credentials
  admin?: { email?: string; password?: string }
}

/**
 * Gives a new tenant its keys, system API, clients, settings and first admin, all or nothing, and once however many
 * processes start at the same time. Later starts only add what the options name and the tenant lacks: a client id,
 * the dashboard's callback, the issuer's system API. Resolves with the first admin's sign-in when its password was
 * generated just now.
 */
export async function seed(
  { issuer, storage }: Pick<Tenant, 'issuer' | 'storage'>,
  options: SeedOptions,
): Promise<{ email: string; password: string } | undefined> {
  // Made before, since they take long, and dropped when another process was faster.
  const seeds = (await isEmpty(storage)) ? await newSeeds(issuer, options) : undefined

  return storage.alone(async (inside) => {
    const isNew = await isEmpty(inside)
    await placeSystemApi(inside, managementAudience(issuer))
    if (isNew) {
      await inside.settings.update(() => tenantSettings)
      await inside.clients.insert(globalClient())
    }
    await placeDashboardClient(inside, options, isNew)
    await placeManagementClient(inside, issuer, options, isNew)
    if (!isNew || !seeds) return undefined

    for (const key of seeds.keys) await inside.signingKeys.insert(key)
    await inside.users.insert(seeds.admin.user)
    return seeds.admin.generated
  })
}

const isEmpty = async ({ signingKeys }: Storage) => (await signingKeys.list()).length === 0

async function newSeeds(issuer: string, options: SeedOptions) {
  const keys = [await newSigningKey(issuer, 'current'), await newSigningKey(issuer, 'next')]
  return { keys, admin: await newAdmin(options.admin ?? {}) }
}

async function newAdmin({
  email = 'admin@grantboard.local',
  password,
}: {
  email?: string
  password?: string
}) {
  const chosen = password ?? randomBytes(12).toString('base64url')
  const user = {
    user_id: newUserId(),
    email,
    email_verified: true,
    name: email,
    passwordHash: await hashPassword(chosen),
  }
  return { user, generated: password ? undefined : { email, password: chosen } }
}

async function placeDashboardClient(storage: Storage, options: SeedOptions, isNew: boolean) {
  const { appBaseUrl, dashboard = {} } = options
  const known = dashboard.clientId ? await storage.clients.find(dashboard.clientId) : undefined
  const callback = new URL('/auth/callback', appBaseUrl).href
  const home = new URL(appBaseUrl).origin
  if (known) {
    if (known.callbacks?.includes(callback) && known.allowed_logout_urls?.includes(home)) return
    await storage.clients.update(known.client_id, (current) => ({
      ...current,
      callbacks: [...new Set([...(current.callbacks ?? []), callback])],
      allowed_logout_urls: [...new Set([...(current.allowed_logout_urls ?? []), home])],
    }))
    return
  }
  if (!isNew && !dashboard.clientId) return

  await storage.clients.insert(
    newClient(
      {
        name: 'Grantboard',
        description: 'The dashboard: admins sign in through this client.',
        app_type: 'regular_web',
        callbacks: [callback],
        allowed_logout_urls: [home],
        grant_types: ['authorization_code', 'refresh_token'],
        token_endpoint_auth_method: 'client_secret_post',
        oidc_conformant: true,
        jwt_configuration: { alg: 'RS256' },
      },
      identity(dashboard),
    ),
  )
}

async function placeManagementClient(storage: Storage, issuer: string, options: SeedOptions, isNew: boolean) {
  const { management = {} } = options
  const isKnown = management.clientId && (await storage.clients.find(management.clientId))
  if (isKnown || (!isNew && !management.clientId)) return

  const client: StoredClient = newClient(
    {
      name: 'Grantboard Management',
      description: 'The dashboard reads and changes the tenant as this client.',
      app_type: 'non_interactive',
      grant_types: ['client_credentials'],
      token_endpoint_auth_method: 'client_secret_post',
      oidc_conformant: true,
      jwt_configuration: { alg: 'RS256' },
    },
    identity(management),
  )
  await storage.clients.insert(client)
  await storage.clientGrants.insert({
    id: newClientGrantId(),
    client_id: client.client_id,
    audience: managementAudience(issuer),
    scope: managementScopes.map(({ value }) => value),
    subject_type: 'client',
  })
}

const identity = ({ clientId, clientSecret }: Credentials) => ({
  client_id: clientId ?? newClientId(),
  client_secret: clientSecret ?? newClientSecret(),
})
