import 'server-only'
import { cache } from 'react'
import type { Api, Scope } from '../apis/api'
import type { Client } from '../clients/client'
import { countApis } from '../mirror/apis'
import { mirroredClientApis } from '../mirror/client-api-list'
import {
  countGrantsFor,
  countHoldersByScope,
  mirroredAccessOf,
  mirroredClientsBeside,
  mirroredHolders,
  mirroredHoldings,
} from '../mirror/grants'
import { countMachines, mirroredMachines } from '../mirror/machine-list'
import { requireAdmin } from '../session'
import type { Access, AuthorizedClient, Grant } from './grant'
import type { GrantFilter } from './grant-filter'

/*
 * None of these asks the tenant: a grant is read again before it is written.
 */

/** Clients beside an API, or APIs beside a client. */
export const grantsPageSize = 100
const namedAtOnce = 100
const shownWhenOpen = 20

/** A client beside an API; `access` is null when it is not authorized. */
type MachineRow = { client: Client; access: Access | null; lockedBecause?: string }

/** How many clients are authorized for the API. */
export const countAuthorized = cache(async (audience: string): Promise<number> => {
  await requireAdmin()
  return countGrantsFor(audience)
})

/**
 * The first 100 clients, by name, that are authorized for the API, and the `asked` one if it is; `total` is how many
 * there are.
 */
export async function authorizedClients(audience: string, asked?: string) {
  await requireAdmin()
  const [holders, one, total] = await Promise.all([
    mirroredHolders(audience, namedAtOnce),
    asked === undefined ? undefined : mirroredClientsBeside(audience, firstOnly, { id: asked }),
    countGrantsFor(audience),
  ])
  const clients = holders.map(
    (grant): AuthorizedClient => ({ ...accessOf(grant), id: grant.clientId, name: grant.clientName }),
  )
  for (const { client, grant } of one?.clients ?? [])
    if (grant && !clients.some(({ id }) => id === client.id))
      clients.push({ ...accessOf(grant), id: client.id, name: client.name })
  return { clients, total, asked }
}

/** The first APIs, by name, that each of these clients may call, by client. No Management API call. */
export async function listAccessOfClients(clientIds: string[]) {
  await requireAdmin()
  return Object.fromEntries(await mirroredAccessOf(clientIds, shownWhenOpen))
}

/** The first clients, by name, that may call each of these APIs, by identifier. No Management API call. */
export async function listAccessToApis(identifiers: string[]) {
  await requireAdmin()
  const holders = await Promise.all(
    identifiers.map(async (audience) => [audience, await mirroredHolders(audience, shownWhenOpen)] as const),
  )
  return Object.fromEntries(holders)
}

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
 * A page (from 1) of the clients that may use client credentials and match, each with its access to the API; how many
 * there are of each view. As many as fit on one page are all handed over, to be searched and viewed in place, without
 * these counts. `machines` is how many there are at all. `clientId` asks for that one client instead.
 */
export const listMachines = cache(
  async (audience: string, page: number, filter: GrantFilter, clientId?: string) => {
    await requireAdmin()
    if (clientId) {
      const { clients } = await mirroredClientsBeside(audience, firstOnly, { machines: true, id: clientId })
      return { rows: clients.map(machineRow), total: clients.length, machines: clients.length }
    }
    const machines = await countMachines()
    const { searched, window, asked } = pageOf(machines, page, filter)
    const { clients, total, counts } = await mirroredMachines(audience, window, asked)
    return { rows: clients.map(machineRow), total, machines, ...(searched && { counts }) }
  },
)

const firstOnly = { skip: 0, take: 1 }

/** What to ask for of so many rows: what fits on one page is handed over whole, and not searched here. */
function pageOf(rows: number, page: number, filter: GrantFilter) {
  const searched = rows > grantsPageSize
  return {
    searched,
    window: { skip: (page - 1) * grantsPageSize, take: grantsPageSize },
    asked: searched ? filter : { ...filter, text: '', view: 'all' as const },
  }
}

function machineRow({ client, grant }: { client: Client; grant: Grant | null }): MachineRow {
  return grant ? { client, access: accessOf(grant), lockedBecause: lock(grant) } : { client, access: null }
}

/** How many APIs a client may call, and the longest token lifetime among them in seconds; null where that is not known. */
export const getClientHoldings = cache(async (clientId: string) => {
  await requireAdmin()
  return mirroredHoldings(clientId)
})

/**
 * A page (from 1) of the APIs that match, each with the client's access to it; how many there are of each view. As many
 * as fit on one page are all handed over, to be searched and viewed in place, without these counts. `apis` is how many
 * there are at all.
 */
export async function listClientApis(clientId: string, page: number, filter: GrantFilter) {
  await requireAdmin()
  const apis = await countApis()
  const { searched, window, asked } = pageOf(apis, page, filter)
  const listed = await mirroredClientApis(clientId, window, asked)
  return {
    rows: listed.apis.map(({ api, grant }) => clientApiRow(api, grant)),
    total: listed.total,
    apis,
    ...(searched && { counts: listed.counts }),
  }
}

/** An API beside a client; `access` is null when the client is not authorized. */
type ClientApiRow = { api: Api; access: Access | null; lockedBecause?: string }

function clientApiRow(api: Api, grant: Grant | null): ClientApiRow {
  return grant ? { api, access: accessOf(grant), lockedBecause: lock(grant) } : { api, access: null }
}

const accessOf = ({ scope, allScopes }: Grant): Access => ({ scope, allScopes })
const lock = ({ isSystem }: Grant) =>
  isSystem ? 'The tenant made this grant itself and keeps it.' : undefined
