import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { AppError } from '../errors'
import { management } from '../management/management'
import { requireAdmin } from '../session'
import { type TokenApi, toTokenApi } from '../tokens/token'
import { type Api, toApi } from './api'

export const apisPageSize = 25

/** One page (from 1) of the tenant's APIs. One call. */
export const listApis = cache(async (page: number): Promise<{ apis: Api[]; total: number }> => {
  await requireAdmin()
  const { data, response } = await management((api) =>
    api.resourceServers.list({ page: page - 1, per_page: apisPageSize, include_totals: true }),
  )
  return { apis: data.map(toApi), total: response.total ?? data.length }
})

/** The API as it is in the tenant now, or the not-found page. One call. */
export const getApi = cache(async (apiId: string): Promise<Api> => toApi(await readOnce(apiId)))

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
