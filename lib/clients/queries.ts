import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { AppError } from '../errors'
import { mirroredClients } from '../mirror/client-list'
import { mirroredClient } from '../mirror/clients'
import { requireAdmin } from '../session'
import type { Client } from './client'
import type { ClientFilter } from './list-filter'
import { readClient } from './read'

export const clientsPageSize = 25

/** One page (from 1) of the tenant's clients that match. No Management API call. */
export const listClients = cache(async (page: number, filter: ClientFilter) => {
  await requireAdmin()
  return mirroredClients({ skip: (page - 1) * clientsPageSize, take: clientsPageSize }, filter)
})

/**
 * The client as it is in the tenant now, or the not-found page. One call; a tenant that can't be reached is made up
 * for by what it held when it was last read.
 */
export const getClient = cache(async (clientId: string): Promise<Client> => {
  await requireAdmin()
  try {
    return await readClient(clientId)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'not_found') notFound()
    const known = error.code === 'unavailable' ? await mirroredClient(clientId) : undefined
    if (!known) throw error
    return known
  }
})
