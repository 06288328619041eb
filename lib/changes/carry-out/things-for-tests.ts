import { management } from '../../management/management'
import { apply } from '../apply'
import { readChanges } from '../records'

export const ada = { email: 'ada@grantboard.example' }
export const grace = { email: 'grace@grantboard.example' }

/** The id of a client that Ada made. */
export const newClient = (name: string) =>
  apply({ kind: 'client.create', input: { name, description: '', type: 'non_interactive' } }, ada)

/** The id of an API that Ada made. */
export const newApi = (identifier: string) =>
  apply({ kind: 'api.create', input: { name: identifier, identifier, signingAlgorithm: 'RS256' } }, ada)

/** A client and an API with two scopes, as a grant of the one for the other names them. */
export async function parties(audience: string) {
  const clientId = await newClient(`client of ${audience}`)
  const apiId = await newApi(audience)
  const scopes = ['read:a', 'read:b'].map((value) => ({ value, description: '' }))
  await apply({ kind: 'scope.create', apiId, scopes }, ada)
  return { clientId, audience, clientName: 'client', apiName: 'API' }
}

/** What the tenant says are the scopes of an API. */
export async function scopesOf(apiId: string) {
  const { scopes = [] } = await management((api) => api.resourceServers.get(apiId))
  return scopes.map(({ value }) => value)
}

/** The change that was recorded last. */
export async function latest() {
  const [change] = (await readChanges(0, 1)).changes
  if (!change) throw new Error('nothing is recorded')
  return change
}
