import type { Management } from 'auth0'
import type { Storage, StoredResourceServer } from '../storage/storage.ts'
import { inexistent, invalidBody } from './errors.ts'
import { listAnswer, type Paging, windowOf } from './paging.ts'
import type { RolePermissions } from './roles-schema.ts'
import type { Call } from './route.ts'

export async function listRolePermissions({ tenant: { storage }, param, query }: Call<Paging>) {
  // This list has no checkpoints.
  const byPage = { ...query, from: undefined, take: undefined }
  if (!(await storage.roles.find(param('id')))) throw inexistent('role')
  const { items, total } = await storage.roles.permissions(param('id'), windowOf(byPage))
  const apis = await findApis(storage, items)
  const shown = items.map(({ audience, scope }): Management.PermissionsResponsePayload => {
    const api = apis.get(audience)
    return {
      permission_name: scope,
      description: api?.scopes?.find(({ value }) => value === scope)?.description ?? '',
      resource_server_name: api?.name ?? audience,
      resource_server_identifier: audience,
    }
  })
  return listAnswer('permissions', byPage, { items: shown, total })
}

export async function addRolePermissions(call: Call<undefined, RolePermissions>): Promise<object> {
  const { storage } = call.tenant
  const permissions = asked(call)
  if (!(await storage.roles.find(call.param('id')))) throw inexistent('role')
  const apis = await findApis(storage, permissions)
  for (const { audience, scope } of permissions) {
    const api = apis.get(audience)
    if (!api) throw inexistent('resource_server')
    if (!api.scopes?.some(({ value }) => value === scope)) {
      throw invalidBody(`The permission ${scope} does not exist on the resource server ${audience}.`)
    }
  }
  await storage.roles.addPermissions(call.param('id'), permissions)
  return {}
}

export async function removeRolePermissions(call: Call<undefined, RolePermissions>): Promise<object> {
  const { storage } = call.tenant
  if (!(await storage.roles.find(call.param('id')))) throw inexistent('role')
  await storage.roles.removePermissions(call.param('id'), asked(call))
  return {}
}

const asked = ({ body }: Call<undefined, RolePermissions>) =>
  body.permissions.map(({ resource_server_identifier: audience, permission_name: scope }) => ({
    audience,
    scope,
  }))

async function findApis(
  { resourceServers }: Storage,
  permissions: { audience: string }[],
): Promise<Map<string, StoredResourceServer>> {
  const identifiers = [...new Set(permissions.map(({ audience }) => audience))]
  if (!identifiers.length) return new Map()
  const { items } = await resourceServers.list({ identifiers }, { take: identifiers.length })
  return new Map(items.map((api) => [api.identifier, api]))
}
