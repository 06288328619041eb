import 'server-only'
import { toApi } from '../apis/api'
import { apply } from '../changes/apply'
import { AppError } from '../errors'
import { accessAtOnce } from '../grants/grant'
import { management } from '../management/management'
import type { Admin } from '../session'

/** As Auth0 names the client it makes with an API. */
const suffix = ' (Test Application)'
const longestName = 200

/**
 * Creates a Non Interactive client and authorizes it for the API with all its scopes (the system API's excepted), in
 * one change set; resolves with its id. Throws an AppError that says what was done when the second part fails.
 */
export async function makeTestClient(apiId: string, admin: Admin): Promise<string> {
  const api = toApi(await management((api) => api.resourceServers.get(apiId)))
  const { name: apiName, identifier: audience } = api
  const name = `${apiName.slice(0, longestName - suffix.length)}${suffix}`
  const set = crypto.randomUUID()
  const input = { name, description: '', type: 'non_interactive' as const }
  const clientId = await apply({ kind: 'client.create', input }, admin, set)
  const to = accessAtOnce(api)
  try {
    await apply({ kind: 'grant.create', clientId, audience, clientName: name, apiName, to }, admin, set)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    throw new AppError(error.code, `${name} was created, but not authorized. ${error.message}`, {
      cause: error,
    })
  }
  return clientId
}
