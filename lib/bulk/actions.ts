'use server'

import type { z } from 'zod'
import { adminCall } from '@/lib/action'
import type { ActionResult } from '@/lib/action-state'
import type { Api } from '@/lib/apis/api'
import { apiId } from '@/lib/apis/schema'
import { openPlan } from '@/lib/changes/open-plan'
import type { NewStep } from '@/lib/changes/set-store'
import { AppError } from '@/lib/errors'
import { accessAtOnce, type Grant } from '@/lib/grants/grant'
import { mirroredApi, mirroredApisById, mirroredApisWithScopes } from '@/lib/mirror/apis'
import { mirroredClientNames } from '@/lib/mirror/clients'
import { mirroredGrantsFor, mirroredGrantsOf, mirroredGrantsOfAll } from '@/lib/mirror/grants'
import {
  type ApiBulkInput,
  apiBulkInput,
  type BulkInput,
  bulkInput,
  type ClientApisInput,
  clientApisInput,
} from './schema'
import {
  addScopesSteps,
  authorizeSteps,
  deleteApiSteps,
  deleteSteps,
  removeScopesSteps,
  revokeSteps,
} from './steps'
import { apisOf, clientsOf, withoutProtected } from './target'

/** An API with the scopes it defines, to choose from. */
export async function readApiScopes(id: string): Promise<ActionResult<Pick<Api, 'scopes' | 'isSystem'>>> {
  return adminCall(apiId, id, async (id) => {
    const { scopes, isSystem } = await knownApi(id)
    return { scopes, isSystem }
  })
}

/** Plans the same for many clients and opens the plan. */
export async function planBulk(input: BulkInput): Promise<ActionResult> {
  return adminCall(bulkInput, input, async (input, admin) => {
    await openPlan(admin, 'bulk', await stepsOf(input), futile[input.what])
  })
}

/** Plans the same for many APIs and opens the plan. */
export async function planApiBulk(input: ApiBulkInput): Promise<ActionResult> {
  return adminCall(apiBulkInput, input, async ({ what, target }, admin) => {
    const apis = await apisOf(target)
    if (what === 'delete')
      return openPlan(admin, 'bulk', deleteApiSteps(apis), 'The tenant’s own API can’t be deleted.')
    const grants = await mirroredGrantsFor(apis.map(({ identifier }) => identifier))
    const names = await mirroredClientNames(grants.map(({ clientId }) => clientId))
    const clients = [...names].map(([id, name]) => ({ id, name }))
    await openPlan(admin, 'bulk', revokeSteps(clients, apis, grants), 'No client is authorized for them.')
  })
}

/** Plans a client's access to many APIs, of each all scopes or none, and opens the plan. */
export async function planClientApis(id: string, input: ClientApisInput): Promise<ActionResult> {
  return adminCall(clientApisInput, { clientId: id, ...input }, async ({ clientId, what, apiIds }, admin) => {
    const [clients, chosen] = await Promise.all([
      clientsOf({ ids: [clientId] }),
      mirroredApisById([...new Set(apiIds)]),
    ])
    const [apis, grants] = await Promise.all([
      mirroredApisWithScopes(chosen.map(({ identifier }) => identifier)),
      mirroredGrantsOf(clientId),
    ])
    const steps =
      what === 'authorize'
        ? apis.flatMap((api) => authorizeSteps(clients, api, accessAtOnce(api).scope, grants))
        : revokeSteps(clients, apis, grantsFor(apis, grants))
    await openPlan(admin, 'bulk', steps, futileForOne[what])
  })
}

/** Why nothing is left to plan. */
const futile: Record<BulkInput['what'], string> = {
  authorize: 'Each of them is authorized with these scopes already.',
  add: 'None of them is authorized without these scopes.',
  remove: 'None of them has these scopes.',
  revoke: 'None of them is authorized.',
  delete: 'They are protected and can’t be deleted here.',
}

const futileForOne: Record<ClientApisInput['what'], string> = {
  authorize: 'It is authorized for each of them with all scopes already.',
  revoke: 'It is authorized for none of them.',
}

const grantSteps = { authorize: authorizeSteps, add: addScopesSteps, remove: removeScopesSteps }

async function stepsOf(input: z.output<typeof bulkInput>): Promise<NewStep[]> {
  const clients = await clientsOf(input.target)
  if (input.what === 'delete') return deleteSteps(withoutProtected(clients))
  const api = input.apiId === undefined ? undefined : await knownApi(input.apiId)
  const grants = await mirroredGrantsOfAll(
    clients.map(({ id }) => id),
    api?.identifier,
  )
  if (!api || input.what === 'revoke')
    return revokeSteps(clients, api ? [api] : await mirroredApisWithScopes(audiencesOf(grants)), grants)
  return grantSteps[input.what](clients, api, input.scope, grants)
}

async function knownApi(id: string) {
  const api = await mirroredApi(id)
  if (!api) throw new AppError('not_found', 'The tenant no longer has this API. Nothing was planned.')
  return api
}

const audiencesOf = (grants: { audience: string }[]) => [...new Set(grants.map(({ audience }) => audience))]

function grantsFor(apis: { identifier: string }[], grants: Grant[]) {
  const identifiers = new Set(apis.map(({ identifier }) => identifier))
  return grants.filter(({ audience }) => identifiers.has(audience))
}
