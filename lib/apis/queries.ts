import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { AppError } from '../errors'
import { management } from '../management/management'
import { mirroredApi, mirroredApiNames, mirroredApis } from '../mirror/apis'
import { requireAdmin } from '../session'
import { type TokenApi, toTokenApi } from '../tokens/token'
import { type Api, toApi } from './api'
import type { ApiFilter } from './list-filter'

export const apisPageSize = 25

/** One page (from 1) of the tenant's APIs that match. No Management API call. */
export const listApis = cache(async (page: number, filter: ApiFilter) => {
  await requireAdmin()
  return mirroredApis({ skip: (page - 1) * apisPageSize, take: apisPageSize }, filter)
})

/** The names of all APIs, for choosing one. No Management API call. */
export const listApiNames = cache(async () => {
  await requireAdmin()
  return mirroredApiNames()
})

/**
 * The API as it is in the tenant now, or the not-found page. One call; a tenant that can't be reached is made up for
 * by what it held when it was last read.
 */
export const getApi = cache(async (apiId: string): Promise<Api> => {
  try {
    return toApi(await readOnce(apiId))
  } catch (error) {
    const isAway = error instanceof AppError && error.code === 'unavailable'
    const known = isAway ? await mirroredApi(apiId) : undefined
    if (!known) throw error
    return known
  }
})

/** What decides about the API's tokens, or the not-found page. No call beside `getApi`. */
export const getTokenApi = cache(
  async (apiId: string): Promise<TokenApi> => toTokenApi(await readOnce(apiId)),
)

const readOnce = cache(async (apiId: string) => {
  await requireAdmin()
  try {
    return await management((api) => api.resourceServers.get(apiId))
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
})
