import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { AppError } from '../errors'
import { management } from '../management/management'
import { mirroredApis } from '../mirror/api-list'
import { mirroredApi, mirroredApiNames } from '../mirror/apis'
import { liveOrMirrored } from '../mirror/live-or-mirrored'
import type { MirrorStatus } from '../mirror/status'
import { requireAdmin } from '../session'
import { type TokenApi, toTokenApi } from '../tokens/token'
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
export const getApi = async (apiId: string): Promise<TokenApi> => (await readOnce(apiId)).value

/** As of when `getApi` is, and why; empty when that is now. No call beside it. */
export const getApiStatus = async (apiId: string): Promise<MirrorStatus> => (await readOnce(apiId)).status

const readOnce = cache(async (apiId: string) => {
  await requireAdmin()
  try {
    return await liveOrMirrored(
      async () => toTokenApi(await management((api) => api.resourceServers.get(apiId))),
      () => mirroredApi(apiId),
    )
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
})
