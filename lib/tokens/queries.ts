import 'server-only'
import { cache } from 'react'
import { getTokenApi } from '../apis/queries'
import { env } from '../env'
import { AppError } from '../errors'
import { type ClientBesideApi, mirroredClientsBeside, mirroredHolders } from '../mirror/grants'
import { requireAdmin } from '../session'
import { currentSettings } from '../tenant-settings/current'
import { type Quota, toQuota } from './quota'
import type { TokenClient } from './token'

const listSize = 100

/**
 * Who could ask for tokens for the API: the first 100 clients of the tenant by name with their access, the `chosen`
 * one with them, and the ids of authorized clients beyond; `complete` when there are no more, `missing` when the
 * tenant has no such client. No call beside that of the API's other tabs.
 */
export const listTokenClients = cache(async (apiId: string, chosen?: string) => {
  await requireAdmin()
  const { identifier } = await getTokenApi(apiId)
  const [{ clients: first, total }, holders, fallback] = await Promise.all([
    mirroredClientsBeside(identifier, { skip: 0, take: listSize }),
    mirroredHolders(identifier, listSize),
    defaultQuota(),
  ])
  const isListed = first.some(({ client }) => client.id === chosen)
  const besides = chosen && !isListed ? await readOne(identifier, chosen) : []
  const clients = [...first, ...besides].map((client) => toTokenClient(client, fallback))
  const listed = new Set(clients.map(({ id }) => id))
  return {
    clients,
    others: holders.map(({ clientId }) => clientId).filter((id) => id && !listed.has(id)),
    complete: total <= listSize,
    missing: chosen !== undefined && !listed.has(chosen),
  }
})

async function readOne(audience: string, id: string) {
  return (await mirroredClientsBeside(audience, { skip: 0, take: 1 }, { id })).clients
}

function toTokenClient(
  { client, grant, tokenQuota }: ClientBesideApi,
  fallback: Quota | null | undefined,
): TokenClient {
  const { id, name, grantTypes, authMethod } = client
  return {
    id,
    name,
    grantTypes,
    authMethod,
    access: grant && { scope: grant.scope, allScopes: grant.allScopes },
    needsOrganization: grant?.needsOrganization ?? false,
    quota: toQuota(tokenQuota && JSON.parse(tokenQuota)) ?? fallback,
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
