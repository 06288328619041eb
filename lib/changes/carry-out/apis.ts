import 'server-only'
import { toApi } from '../../apis/api'
import { AppError } from '../../errors'
import { management } from '../../management/management'
import type { ChangeOf, Outcome } from '../change'
import { refuseDrift } from '../conflict'
import { readResourceServer, subjectOf } from './read-resource-server'
import type { WriteOptions } from './write-options'

/** Creates the API; the value is its id. */
export async function createApi(
  { input }: ChangeOf<'api.create'>,
  options: WriteOptions,
): Promise<Outcome<string>> {
  const { name, identifier, signingAlgorithm } = input
  const created = await management((api) =>
    api.resourceServers.create({ name, identifier, signing_alg: signingAlgorithm }, options),
  )
  const api = toApi(created)
  const after = { name: api.name, identifier, signingAlgorithm, tokenLifetime: api.tokenLifetime }
  return { value: api.id, subject: subjectOf(api), before: null, after, created: `api ${api.id}` }
}

/** Changes the named fields only. */
export async function updateApi(
  { apiId, from, to }: ChangeOf<'api.update'>,
  options: WriteOptions,
): Promise<Outcome<void>> {
  const { api, resourceServer } = await readResourceServer(apiId)
  refuseSystem(api)
  const current = { name: api.name, tokenLifetime: api.tokenLifetime }
  await refuseDrift(api.name, `api ${apiId}`, { from, to }, current)

  const { name, tokenLifetime } = to
  const forWeb = resourceServer.token_lifetime_for_web
  await management((management) =>
    management.resourceServers.update(
      apiId,
      {
        ...(name !== undefined && { name }),
        ...(tokenLifetime !== undefined && { token_lifetime: tokenLifetime }),
        // It may not exceed token_lifetime, so it goes down with it.
        ...(tokenLifetime !== undefined &&
          forWeb &&
          forWeb > tokenLifetime && { token_lifetime_for_web: tokenLifetime }),
      },
      options,
    ),
  )
  const before = Object.fromEntries(Object.entries(current).filter(([field]) => field in to))
  return { value: undefined, subject: subjectOf(api), before, after: { ...to } }
}

/** Deletes the API and, with it, every client grant for it. */
export async function deleteApi(
  { apiId }: ChangeOf<'api.delete'>,
  options: WriteOptions,
): Promise<Outcome<void>> {
  const { api } = await readResourceServer(apiId)
  refuseSystem(api)
  await management((management) => management.resourceServers.delete(apiId, options))
  const { id: _, isSystem: __, ...before } = api
  return { value: undefined, subject: subjectOf(api), before, after: null }
}

/** Fetches the signing secret; who saw it is recorded, what they saw is not. */
export async function revealSigningSecret({
  apiId,
}: ChangeOf<'api.reveal_secret'>): Promise<Outcome<string>> {
  const { api, resourceServer } = await readResourceServer(apiId)
  if (!resourceServer.signing_secret) {
    throw new AppError('not_found', `The tenant shows no signing secret of ${api.name}.`)
  }
  return { value: resourceServer.signing_secret, subject: subjectOf(api), before: null, after: null }
}

function refuseSystem({ name, isSystem }: { name: string; isSystem: boolean }) {
  // 400 "System resource servers cannot be deleted/patched."
  if (isSystem)
    throw new AppError(
      'forbidden',
      `${name} is the tenant’s own API and stays as it is. Nothing was changed.`,
    )
}
