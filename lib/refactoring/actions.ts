'use server'

import { adminCall } from '@/lib/action'
import type { ActionResult } from '@/lib/action-state'
import type { Api } from '@/lib/apis/api'
import { openPlan } from '@/lib/changes/open-plan'
import { AppError } from '@/lib/errors'
import { copyAccess } from './copy-access'
import { type CopyOutlook, copySum } from './copy-sum'
import { readApi } from './read-api'
import { readClients } from './read-clients'
import {
  copyInput,
  copyParties,
  type ScopeLikeInput,
  type ScopeReworkInput,
  scopeLike,
  scopeRework,
} from './schema'
import { addScopeLike, replaceScopes } from './scopes'

/** What it would come to, in each of the two ways, to give a client the access of another one. Changes nothing. */
export async function judgeCopy(clientId: string, fromId: string): Promise<ActionResult<CopyOutlook>> {
  return adminCall(copyParties, { clientId, fromId }, async ({ clientId, fromId }) => {
    const { access, from, client } = await readClients(fromId, clientId)
    return {
      add: copySum(copyAccess(access, from, client)),
      exactly: copySum(copyAccess(access, from, client, true)),
    }
  })
}

/** Plans to give a client the access of another one and opens the plan. */
export async function planCopy(
  clientId: string,
  input: { fromId: string; exactly: boolean },
): Promise<ActionResult> {
  return adminCall(copyInput, { clientId, ...input }, async ({ clientId, fromId, exactly }, admin) => {
    const { access, from, client } = await readClients(fromId, clientId)
    await openPlan(admin, 'copy', copyAccess(access, from, client, exactly), futile)
  })
}

/** Plans other scopes in the place of some, at the API and in every grant, and opens the plan. */
export async function planScopeRework(id: string, input: ScopeReworkInput): Promise<ActionResult> {
  return adminCall(scopeRework, { apiId: id, ...input }, async ({ apiId, retired, put }, admin) => {
    const { api, holders } = await readApi(apiId)
    for (const value of retired) refuseUnknown(api, value)
    await openPlan(admin, 'scopes', replaceScopes(holders, api, retired, put).steps, futile)
  })
}

/** Plans new scopes that are granted also to the clients that hold another one, and opens the plan. */
export async function planScopeLike(id: string, input: ScopeLikeInput): Promise<ActionResult> {
  return adminCall(scopeLike, { apiId: id, ...input }, async ({ apiId, added, like }, admin) => {
    const { api, holders } = await readApi(apiId)
    refuseUnknown(api, like)
    await openPlan(admin, 'scopes', addScopeLike(holders, api, added, like).steps, futile)
  })
}

const futile = 'The tenant is as wanted by now.'

function refuseUnknown({ name, scopes }: Api, wanted: string) {
  if (scopes.some(({ value }) => value === wanted)) return
  throw new AppError('not_found', `${name} no longer has the scope ${wanted}. Nothing was planned.`)
}
