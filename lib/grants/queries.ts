import 'server-only'
import { cache } from 'react'
import type { Api, Scope } from '../apis/api'
import type { Client } from '../clients/client'
import { mirroredApisWithScopes } from '../mirror/apis'
import {
  countGrantsFor,
  countHoldersByScope,
  mirroredClientsBeside,
  mirroredGrantsOf,
  mirroredHolders,
} from '../mirror/grants'
import { requireAdmin } from '../session'
import type { Access, AuthorizedClient, Grant } from './grant'

/*
 * None of these asks the tenant: a grant is read again before it is written.
 */

export const machinesPageSize = 100
const namedAtOnce = 100
const apisAtOnce = 100

/** A client beside an API; `access` is null when it is not authorized. */
export type MachineRow = { client: Client; access: Access | null; lockedBecause?: string }

/** How many clients are authorized for the API. */
export const countAuthorized = cache(async (audience: string): Promise<number> => {
  await requireAdmin()
  return countGrantsFor(audience)
})

/** The first 100 clients, by name, that are authorized for the API, and whether that is all of them. */
export const authorizedClients = cache(async (audience: string) => {
  await requireAdmin()
  const holders = await mirroredHolders(audience, namedAtOnce + 1)
  const clients = holders
    .slice(0, namedAtOnce)
    .map((grant): AuthorizedClient => ({ ...accessOf(grant), id: grant.clientId, name: grant.clientName }))
  return { clients, complete: holders.length <= namedAtOnce }
})

/** How many clients each of the API's scopes is granted to; a scope that no grant allows is left out. */
export const countHolders = cache(
  async (audience: string, scopes: Scope[]): Promise<Record<string, number>> => {
    await requireAdmin()
    const { listing, allScopes } = await countHoldersByScope(audience)
    const counts = scopes.map(({ value }) => [value, (listing.get(value) ?? 0) + allScopes] as const)
    return Object.fromEntries(counts.filter(([, count]) => count > 0))
  },
)

/**
 * A page (from 1) of the clients that may use client credentials, by name, each with its access to the API.
 * `clientId` asks for that one client instead of a page.
 */
export const listMachines = cache(async (audience: string, page: number, clientId?: string) => {
  await requireAdmin()
  const window = { skip: clientId ? 0 : (page - 1) * machinesPageSize, take: machinesPageSize }
  const { clients, total } = await mirroredClientsBeside(audience, window, { machines: true, id: clientId })
  const rows = clients.map(({ client, grant }): MachineRow => {
    if (!grant) return { client, access: null }
    return { client, access: accessOf(grant), lockedBecause: lock(grant) }
  })
  return { rows, total }
})

/** What a client may call: every API it is authorized for and the first 100 by name; grants for APIs there are not. */
export const listClientApis = cache(async (clientId: string) => {
  await requireAdmin()
  const grants = await mirroredGrantsOf(clientId)
  const held = new Map(grants.map((grant) => [grant.audience, grant]))
  const apis = await mirroredApisWithScopes(apisAtOnce + 1, [...held.keys()])
  const rows = apis.map((api) => clientApiRow(api, held.get(api.identifier)))
  const known = new Set(apis.map(({ identifier }) => identifier))
  return {
    rows,
    others: [...held.values()].filter(({ audience }) => !known.has(audience)),
    complete: apis.length <= apisAtOnce,
    total: held.size,
  }
})

export type ClientApiRow = { api: Api; access: Access | null; lockedBecause?: string }

function clientApiRow(api: Api, grant: Grant | undefined): ClientApiRow {
  return { api, access: grant ? accessOf(grant) : null, lockedBecause: grant && lock(grant) }
}

const accessOf = ({ scope, allScopes }: Grant): Access => ({ scope, allScopes })
const lock = ({ isSystem }: Grant) =>
  isSystem ? 'The tenant made this grant itself and keeps it.' : undefined
