import 'server-only'
import { cache } from 'react'
import { getApi } from '../apis/queries'
import { env } from '../env'
import { AppError } from '../errors'
import { type ClientBesideApi, mirroredClientsBeside } from '../mirror/grants'
import { requireAdmin } from '../session'
import { currentSettings } from '../tenant-settings/current'
import { type Quota, toQuota } from './quota'
import type { TokenClient } from './token'

const listSize = 100

/**
 * Who could ask for tokens for the API: the first 100 authorized clients and the first 100 others, by name, and the
 * `chosen` one; `complete` when there are no more, `missing` when the tenant has no such client. No call beside that
 * of the API's other tabs.
 */
export const listTokenClients = cache(async (apiId: string, chosen?: string) => {
  await requireAdmin()
  const { identifier } = await getApi(apiId)
  const first = { skip: 0, take: listSize }
  const [authorized, others, asked, fallback] = await Promise.all([
    mirroredClientsBeside(identifier, first, { authorized: true }),
    mirroredClientsBeside(identifier, first, { authorized: false }),
    chosen === undefined ? undefined : mirroredClientsBeside(identifier, first, { id: chosen }),
    defaultQuota(),
  ])
  const listed = [...authorized.clients, ...others.clients]
  const isListed = listed.some(({ client }) => client.id === chosen)
  const besides = isListed ? [] : (asked?.clients ?? [])
  return {
    clients: [...listed, ...besides].map((client) => toTokenClient(client, fallback)),
    complete: authorized.total <= listSize && others.total <= listSize,
    missing: asked?.total === 0,
  }
})

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
