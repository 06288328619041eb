import type { Management } from 'auth0'
import type { z } from 'zod'
import { DuplicateError, type StoredClientGrant, type StoredResourceServer } from '../storage/storage.ts'
import type { CreateClientGrant, clientGrantList, UpdateClientGrant } from './client-grant-schema.ts'
import { inexistent, invalidBody, ManagementError } from './errors.ts'
import { newClientGrantId } from './ids.ts'
import { merge } from './merge.ts'
import { listAnswer, type Paging, windowOf } from './paging.ts'
import type { Call } from './route.ts'

type Answer = Management.ClientGrantResponseContent

export async function listClientGrants({ tenant, query }: Call<z.output<typeof clientGrantList>>) {
  const filter = {
    clientId: query.client_id,
    audience: query.audience,
    subjectType: query.subject_type,
    allowAnyOrganization: query.allow_any_organization,
    defaultFor: query.default_for,
  }
  return listAnswer<Answer>(
    'client_grants',
    query,
    await tenant.storage.clientGrants.list(filter, windowOf(query)),
  )
}

export async function getClientGrant({ tenant, param }: Call): Promise<Answer> {
  const grant = await tenant.storage.clientGrants.find(param('id'))
  if (!grant) throw inexistent('client_grant')
  return grant
}

/** A tenant without organizations has none that a grant could be for. */
export async function listGrantOrganizations({ tenant, param, query }: Call<Paging>) {
  if (!(await tenant.storage.clientGrants.find(param('id')))) throw inexistent('client_grant')
  return listAnswer('organizations', query, { items: [], total: 0 })
}

export async function createClientGrant({
  tenant,
  body,
}: Call<undefined, CreateClientGrant>): Promise<Answer> {
  const { client_id, default_for, audience, scope, subject_type, allow_all_scopes, ...rest } = body
  if ((client_id === undefined) === (default_for === undefined)) {
    throw invalidBody('Exactly one of client_id and default_for must be provided.')
  }

  return tenant.storage.transaction(async (storage) => {
    const api = await storage.resourceServers.find(audience)
    if (!api || api.identifier !== audience) throw inexistent('resource_server')
    if (client_id !== undefined && !(await storage.clients.find(client_id))) throw inexistent('client')
    refuseScopes(api, { scope, allow_all_scopes })

    const grant: StoredClientGrant = {
      id: newClientGrantId(),
      ...(client_id !== undefined ? { client_id } : { default_for }),
      audience,
      ...(!allow_all_scopes && { scope: scope ?? [] }),
      subject_type: subject_type ?? 'client',
      ...merge({}, rest),
      ...(allow_all_scopes !== undefined && { allow_all_scopes }),
    }
    try {
      await storage.clientGrants.insert(grant)
    } catch (error) {
      if (!(error instanceof DuplicateError)) throw error
      throw new ManagementError(409, 'client_grant already exists', 'client_grant_conflict')
    }
    return grant
  })
}

export async function updateClientGrant(call: Call<undefined, UpdateClientGrant>): Promise<Answer> {
  const { tenant, body, param } = call
  const updated = await tenant.storage.transaction((storage) =>
    storage.clientGrants.update(param('id'), async (current) => {
      const api = await storage.resourceServers.find(current.audience)
      if (!api) throw inexistent('client_grant')

      const allow_all_scopes =
        body.allow_all_scopes ?? (body.allow_all_scopes === null ? false : current.allow_all_scopes)
      refuseScopes(api, { scope: body.scope, allow_all_scopes })
      const { scope: _, ...rest } = merge(current, { ...body, scope: undefined })
      const { id, client_id, default_for, audience, ...others } = rest
      return {
        id,
        ...(client_id !== undefined ? { client_id } : { default_for }),
        audience,
        ...(!allow_all_scopes && { scope: body.scope ?? (body.scope === null ? [] : (current.scope ?? [])) }),
        ...others,
      }
    }),
  )
  if (!updated) throw inexistent('client_grant')
  return updated
}

export async function deleteClientGrant({ tenant, param }: Call): Promise<void> {
  await tenant.storage.clientGrants.delete(param('id'))
}

function refuseScopes(
  api: StoredResourceServer,
  { scope, allow_all_scopes }: { scope?: string[] | null; allow_all_scopes?: boolean },
) {
  if (allow_all_scopes && api.is_system) {
    throw invalidBody('`allow_all_scopes` cannot be provided when `audience` is a system API')
  }
  if (allow_all_scopes && scope?.length) {
    throw invalidBody('`allow_all_scopes` and `scope` are mutually exclusive')
  }
  const defined = new Set(api.scopes?.map(({ value }) => value))
  if (scope?.some((value) => !defined.has(value))) {
    throw invalidBody(
      `Payload validation error: 'scope must be a subset of resource server scopes' on property scope.`,
    )
  }
}
