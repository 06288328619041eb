import 'server-only'
import { apply } from '../changes/apply'
import { AppError } from '../errors'
import { grantsHolding } from '../grants/holders'
import { management } from '../management/management'
import type { Admin } from '../session'
import { type Api, toApi } from './api'

/**
 * Takes a scope out of every grant that names it, then out of the API: one change set. Resolves with the number
 * of grants. Throws an AppError when a step fails; what is done stays done, the message says how far it came, and
 * the same call goes on from there.
 */
export async function removeScopeEverywhere(apiId: string, value: string, admin: Admin): Promise<number> {
  const api = toApi(await management((management) => management.resourceServers.get(apiId)))
  refuseFutile(api, value)

  const setId = crypto.randomUUID()
  const taken = await takeOutOfGrants(api, value, admin, setId)
  try {
    await apply({ kind: 'scope.delete', apiId, value }, admin, setId)
  } catch (error) {
    throw taken === 0 ? error : unfinished(error, api, value, grants(taken))
  }
  // A colleague may have granted it while this went on; from here on the tenant refuses that.
  return taken + (await takeOutOfGrants(api, value, admin, setId))
}

/** What the tenant would refuse at the end must not cost grants before. */
function refuseFutile({ name, isSystem, scopes }: Api, value: string) {
  if (isSystem) {
    throw new AppError('forbidden', `The scopes of ${name} belong to the tenant. Nothing was changed.`)
  }
  if (!scopes.some((scope) => scope.value === value)) {
    throw new AppError('not_found', `${name} no longer has the scope ${value}: somebody removed it.`)
  }
}

async function takeOutOfGrants(api: Api, value: string, admin: Admin, setId: string): Promise<number> {
  const holding = await grantsHolding(api.identifier, value)
  let done = 0
  for (const { clientId, clientName, audience, scope } of holding) {
    const from = { scope, allScopes: false }
    const to = { scope: scope.filter((held) => held !== value), allScopes: false }
    const change = { clientId, clientName, audience, apiName: api.name, from, to }
    try {
      await apply({ kind: 'grant.update', ...change }, admin, setId)
    } catch (error) {
      throw done === 0 ? error : unfinished(error, api, value, `${done} of ${grants(holding.length)}`)
    }
    done++
  }
  return done
}

function unfinished(error: unknown, { name }: Api, value: string, sofar: string) {
  if (!(error instanceof AppError)) return error
  const so = `${value} was taken out of ${sofar} and is still a scope of ${name}.`
  return new AppError(error.code, `${so} Then: ${error.message} Removing it again goes on from there.`, {
    cause: error,
  })
}

const grants = (count: number) => (count === 1 ? '1 grant' : `${count.toLocaleString('en')} grants`)
