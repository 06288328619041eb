import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { AppError } from '../errors'
import { mirroredClients } from '../mirror/client-list'
import { mirroredClient } from '../mirror/clients'
import { liveOrMirrored } from '../mirror/live-or-mirrored'
import type { MirrorStatus } from '../mirror/status'
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
export const getClient = async (clientId: string): Promise<Client> => (await readOnce(clientId)).value

/** As of when `getClient` is, and why; empty when that is now. No call beside it. */
export const getClientStatus = async (clientId: string): Promise<MirrorStatus> =>
  (await readOnce(clientId)).status

const readOnce = cache(async (clientId: string) => {
  await requireAdmin()
  try {
    return await liveOrMirrored(
      () => readClient(clientId),
      () => mirroredClient(clientId),
    )
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
})
