import 'server-only'
import { cache } from 'react'
import { type Api, toApi } from '../apis/api'
import { type Client, isMachine } from '../clients/client'
import { readClient, readClients } from '../clients/read'
import { AppError } from '../errors'
import { management } from '../management/management'
import { requireAdmin } from '../session'
import { type Access, type AuthorizedClient, type Grant, toGrant } from './grant'
import { clientNames } from './holders'

export const machinesPageSize = 100

/** A client beside an API. `access` is null when it is not authorized, undefined when one call could not tell. */
export type MachineRow = { client: Client; access: Access | null | undefined; lockedBecause?: string }

/**
 * The grants for one API: all of them, or the first 100 and `complete: false`. One call, shared by whoever asks
 * during a request.
 */
export const grantsForApi = cache(async (audience: string) => {
  await requireAdmin()
  const page = await management((api) =>
    api.clientGrants.list({ audience, subject_type: 'client', take: 100 }),
  )
  return { grants: page.data.map(toGrant), complete: !page.hasNextPage() }
})

/** The clients that hold one of the grants of `grantsForApi`, by name. One call more. */
export const authorizedClients = cache(async (audience: string) => {
  const { grants, complete } = await grantsForApi(audience)
  const names = await clientNames(grants.map(({ clientId }) => clientId))
  const clients = grants.map(
    (grant): AuthorizedClient => ({
      ...accessOf(grant),
      id: grant.clientId,
      name: names.get(grant.clientId) ?? grant.clientId,
    }),
  )
  return { clients: clients.toSorted((one, other) => one.name.localeCompare(other.name)), complete }
})

/**
 * A page (from 1) of the clients that may use client credentials, each with its access to the API. Two calls.
 * Auth0 can't filter clients by grant type, so a page is 100 clients of any type less those without that grant,
 * and `total` counts clients of any type. `clientId` asks for that one client instead of a page.
 */
export const listMachines = cache(async (audience: string, page: number, clientId?: string) => {
  const [{ grants, complete }, { clients, total }] = await Promise.all([
    grantsForApi(audience),
    clientId ? readOne(clientId) : readClients(page, machinesPageSize),
  ])
  const byClient = new Map(grants.map((grant) => [grant.clientId, grant]))
  const rows = clients.filter(isMachine).map((client): MachineRow => {
    const grant = byClient.get(client.id)
    if (!grant) return { client, access: complete ? null : undefined }
    return { client, access: accessOf(grant), lockedBecause: lock(grant) }
  })
  return { rows, total, complete }
})

/** What a client may call: every API of the first 100 with its access, and grants for APIs beyond them. Two calls. */
export const listClientApis = cache(async (clientId: string) => {
  await requireAdmin()
  const [grants, apis] = await Promise.all([
    management((api) => api.clientGrants.list({ client_id: clientId, subject_type: 'client', take: 100 })),
    management((api) => api.resourceServers.list({ per_page: 100, include_totals: true })),
  ])
  const held = new Map(grants.data.map(toGrant).map((grant) => [grant.audience, grant]))
  const rows = apis.data.map(toApi).map((api) => clientApiRow(api, held.get(api.identifier)))
  const known = new Set(rows.map(({ api }) => api.identifier))
  return {
    rows,
    /** Granted, but not among the APIs that one call returns. */
    others: [...held.values()].filter(({ audience }) => !known.has(audience)),
    complete: !grants.hasNextPage() && (apis.response.total ?? 0) <= 100,
    total: held.size,
  }
})

export type ClientApiRow = { api: Api; access: Access | null; lockedBecause?: string }

function clientApiRow(api: Api, grant: Grant | undefined): ClientApiRow {
  return { api, access: grant ? accessOf(grant) : null, lockedBecause: grant && lock(grant) }
}

async function readOne(clientId: string) {
  try {
    return { clients: [await readClient(clientId)], total: 1 }
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return { clients: [], total: 0 }
    throw error
  }
}

const accessOf = ({ scope, allScopes }: Grant): Access => ({ scope, allScopes })
const lock = ({ isSystem }: Grant) =>
  isSystem ? 'The tenant made this grant itself and keeps it.' : undefined
