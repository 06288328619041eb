import 'server-only'
import { cache } from 'react'
import { getTokenApi } from '../apis/queries'
import { clientFields, toClient } from '../clients/client'
import { ownClients } from '../clients/own-clients'
import { env } from '../env'
import { AppError } from '../errors'
import { findGrant } from '../grants/find-grant'
import type { Grant } from '../grants/grant'
import { grantsForApi } from '../grants/queries'
import { management } from '../management/management'
import { requireAdmin } from '../session'
import { currentSettings } from '../tenant-settings/current'
import { type Quota, toQuota } from './quota'
import type { TokenClient } from './token'

const listSize = 100
const fields = `${clientFields},token_quota`

/**
 * Who could ask for tokens for the API: the first 100 clients of the tenant with their access, and the ids of
 * authorized clients beyond them; `complete` when there are no more. One call beside those of the API's other tabs, and up to two for a `chosen` client
 * that these don't tell all about; `missing` when the tenant has no such client.
 */
export const listTokenClients = cache(async (apiId: string, chosen?: string) => {
  await requireAdmin()
  const api = await getTokenApi(apiId)
  const [{ grants, complete: allGrants }, { raw, total }, fallback] = await Promise.all([
    grantsForApi(api.identifier),
    readPage(),
    defaultQuota(),
  ])
  const complete = total <= raw.length
  const byClient = new Map(grants.map((grant) => [grant.clientId, grant]))
  const clients = raw.map((client) =>
    toTokenClient(client, byClient.get(client.client_id ?? '') ?? (allGrants ? null : undefined), fallback),
  )
  const listed = new Set(clients.map(({ id }) => id))
  const others = [...byClient.keys()].filter((id) => id && !listed.has(id))
  const known = clients.find(({ id }) => id === chosen)
  if (!chosen || known?.access !== undefined) return { clients, others, complete, missing: false }

  const one = await readOne(chosen, api.identifier, fallback)
  const rest = clients.filter(({ id }) => id !== chosen)
  return {
    clients: one ? [...rest, one] : rest,
    others: others.filter((id) => id !== chosen),
    complete,
    missing: !one,
  }
})

async function readPage() {
  const { data, response } = await management((api) =>
    api.clients.list({
      per_page: listSize,
      include_totals: true,
      is_global: false,
      fields,
      include_fields: true,
    }),
  )
  return { raw: data, total: response.total ?? data.length }
}

async function readOne(clientId: string, audience: string, fallback: Quota | null | undefined) {
  try {
    const [client, grant] = await Promise.all([
      management((api) => api.clients.get(clientId, { fields, include_fields: true })),
      findGrant(clientId, audience),
    ])
    return toTokenClient(client, grant, fallback)
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return undefined
    throw error
  }
}

type RawClient = Parameters<typeof toClient>[0]

function toTokenClient(
  raw: RawClient,
  grant: Grant | null | undefined,
  fallback: Quota | null | undefined,
): TokenClient {
  const { id, name, grantTypes, authMethod } = toClient(raw, ownClients())
  return {
    id,
    name,
    grantTypes,
    authMethod,
    access: grant && { scope: grant.scope, allScopes: grant.allScopes },
    needsOrganization: grant?.needsOrganization ?? false,
    quota: toQuota(raw.token_quota) ?? fallback,
  }
}

/** The tenant's quota for clients without one of their own; undefined when its settings can't be read. */
async function defaultQuota(): Promise<Quota | null | undefined> {
  try {
    return (await currentSettings()).tokenQuota
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}

/** Where this server may send a token when an admin asks it to. No call. */
export const callableOrigins = cache(async () => {
  await requireAdmin()
  return env().GRANTBOARD_TEST_CALLS
})
