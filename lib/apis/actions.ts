'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { adminAction, adminCall } from '@/lib/action'
import type { ActionResult, ActionState } from '@/lib/action-state'
import { apply } from '@/lib/changes/apply'
import { asConflict, changedFields } from '@/lib/changes/form'
import { AppError } from '@/lib/errors'
import { holdersOf } from '@/lib/grants/holders'
import { management } from '@/lib/management/management'
import { routes } from '@/lib/routes'
import { type Scope, type ScopeImpact, toApi } from './api'
import {
  type ApiInput,
  apiId,
  apiIdentifier,
  apiInput,
  type NewApiInput,
  newApiInput,
  newScopes,
  scopeDescriptionChange,
  scopeOfApi,
  scopesOfAudience,
} from './schema'

/** Creates an API and opens its Quickstart, as Auth0 does. */
export async function createApi(
  _: ActionState<NewApiInput>,
  input: NewApiInput,
): Promise<ActionState<NewApiInput>> {
  return adminAction(newApiInput, input, async (api, admin) => {
    const id = await apply({ kind: 'api.create', input: api }, admin)
    redirect(routes.apiQuickstart(id))
  })
}

/** Which API has this identifier already; null when it is free. */
export async function findApiByIdentifier(
  identifier: string,
): Promise<ActionResult<{ id: string; name: string } | null>> {
  return adminCall(apiIdentifier, identifier, async (identifier) => {
    const { data } = await management((api) =>
      api.resourceServers.list({ identifiers: [identifier], per_page: 1, include_totals: true }),
    )
    const owner = data.find((api) => api.identifier === identifier)
    return owner?.id ? { id: owner.id, name: owner.name ?? identifier } : null
  })
}

/** Saves what differs between `opened`, the values the page was rendered with, and the input. */
export async function updateApi(
  id: string,
  opened: ApiInput,
  previous: ActionState<ApiInput>,
  input: ApiInput,
): Promise<ActionState<ApiInput>> {
  return adminAction(apiInput, input, (api, admin) =>
    asConflict<ApiInput>(async () => {
      const change = changedFields(opened, api, previous)
      if (!change) return
      await apply({ kind: 'api.update', apiId: id, ...change }, admin)
      refresh()
    }),
  )
}

/** Deletes the API and every client grant for it. */
export async function deleteApi(id: string): Promise<ActionResult> {
  return adminCall(apiId, id, (id, admin) => apply({ kind: 'api.delete', apiId: id }, admin))
}

/** Fetches the signing secret of an HS256 API; that it was looked at is recorded. */
export async function revealSigningSecret(id: string): Promise<ActionResult<string>> {
  return adminCall(apiId, id, (id, admin) => apply({ kind: 'api.reveal_secret', apiId: id }, admin))
}

/** Adds scopes; those the API has already are left as they are. The value is how many were added. */
export async function addScopes(id: string, scopes: Scope[]): Promise<ActionResult<number>> {
  return adminCall(newScopes, scopes, async (scopes, admin) => {
    const added = await apply({ kind: 'scope.create', apiId: id, scopes }, admin)
    refresh()
    return added
  })
}

/** Rewrites a scope's description; refused when `from` is no longer what the tenant holds. */
export async function describeScope(
  id: string,
  change: { value: string; from: string; to: string },
): Promise<ActionResult> {
  return adminCall(scopeDescriptionChange, change, async (change, admin) => {
    await apply({ kind: 'scope.update', apiId: id, ...change }, admin)
    refresh()
  })
}

/** Whose grants name one of the scopes at this moment. */
export async function readScopeImpact(
  audience: string,
  values: string[],
): Promise<ActionResult<ScopeImpact>> {
  return adminCall(scopesOfAudience, { audience, values }, async ({ audience, values }) => {
    const { listing, allScopes } = await holdersOf(audience, values)
    return {
      clients: listing.map(({ clientId, clientName }) => ({ id: clientId, name: clientName })),
      allScopes,
    }
  })
}

/** Takes a scope that no grant lists out of the API; `conflict` when one does by now. */
export async function removeScope(id: string, value: string): Promise<ActionResult> {
  return adminCall(scopeOfApi, { id, value }, async ({ id, value }, admin) => {
    const { identifier } = toApi(await management((api) => api.resourceServers.get(id)))
    const { listing } = await holdersOf(identifier, [value])
    if (listing.length > 0)
      throw new AppError(
        'conflict',
        `${value} was granted meanwhile, so this takes a plan. Nothing was changed.`,
      )
    await apply({ kind: 'scope.delete', apiId: id, value }, admin)
    refresh()
  })
}
