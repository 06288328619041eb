import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { AppError } from '../errors'
import { management } from '../management/management'
import { requireAdmin } from '../session'
import type { Client } from './client'
import { readClient, readClients } from './read'

export const clientsPageSize = 25

export type ClientRow = Client & {
  /** How many APIs it may call; undefined when that would take more than one call to know. */
  apiCount?: number
}

/**
 * One page (from 1) of the tenant's clients, of one type or all. Two Management API calls, however large the
 * tenant: the clients, and the first 100 client grants, which are all of them in most tenants.
 */
export const listClients = cache(async (page: number, type?: string) => {
  await requireAdmin()
  const [{ clients, total }, grants] = await Promise.all([
    readClients(page, clientsPageSize, type),
    readAllGrants(),
  ])
  const rows = clients.map((client): ClientRow => {
    const held = grants?.filter(({ client_id }) => client_id === client.id)
    return { ...client, apiCount: held && new Set(held.map(({ audience }) => audience)).size }
  })
  return { clients: rows, total, grantsUnknown: grants === undefined }
})

async function readAllGrants() {
  const page = await management((api) => api.clientGrants.list({ take: 100, subject_type: 'client' }))
  return page.hasNextPage() ? undefined : page.data
}

/** The client as it is in the tenant now, or the not-found page. One call. */
export const getClient = cache(async (clientId: string): Promise<Client> => {
  await requireAdmin()
  try {
    return await readClient(clientId)
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
})
