import type { Management } from 'auth0'
import type { z } from 'zod'
import type { StoredRole } from '../storage/people.ts'
import { DuplicateError, MissingReferenceError, type Page } from '../storage/storage.ts'
import { inexistent, ManagementError } from './errors.ts'
import { newRoleId } from './ids.ts'
import { listAnswer, type Paging, windowOf } from './paging.ts'
import type { CreateRole, RoleUsers, roleList, UpdateRole } from './roles-schema.ts'
import type { Call } from './route.ts'
import type { UserRoles } from './user-schema.ts'

export async function listRoles({ tenant, query }: Call<z.output<typeof roleList>>) {
  return answer(query, await tenant.storage.roles.list({ name: query.name_filter }, windowOf(query)))
}

export async function getRole({ tenant, param }: Call) {
  return view(requireRole(await tenant.storage.roles.find(param('id'))))
}

export async function createRole({ tenant, body }: Call<undefined, CreateRole>) {
  const role = { id: newRoleId(), ...body }
  await unlessTaken(tenant.storage.roles.insert(role))
  return view(role)
}

export async function updateRole({ tenant, param, body }: Call<undefined, UpdateRole>) {
  const change = (role: StoredRole) => ({ ...role, ...body })
  return view(requireRole(await unlessTaken(tenant.storage.roles.update(param('id'), change))))
}

export async function deleteRole({ tenant, param }: Call): Promise<object> {
  if (!(await tenant.storage.roles.delete(param('id')))) throw inexistent('role')
  return {}
}

export async function listRoleUsers({ tenant, param, query }: Call<Paging>) {
  requireRole(await tenant.storage.roles.find(param('id')))
  const page = await tenant.storage.roles.users(param('id'), windowOf(query))
  const items = page.items.map(({ user_id, picture, name, email }) => ({ user_id, picture, name, email }))
  return listAnswer<Management.RoleUser>('users', query, { ...page, items })
}

export async function assignRoleToUsers({
  tenant,
  param,
  body,
}: Call<undefined, RoleUsers>): Promise<object> {
  requireRole(await tenant.storage.roles.find(param('id')))
  await orMissing('user', tenant.storage.roles.assign(body.users, [param('id')]))
  return {}
}

export async function listUserRoles({ tenant, param, query }: Call<Paging>) {
  if (!(await tenant.storage.users.find(param('id')))) throw inexistent('user')
  return answer(query, await tenant.storage.roles.list({ userId: param('id') }, windowOf(query)))
}

export async function assignRolesToUser({ tenant, param, body }: Call<undefined, UserRoles>): Promise<void> {
  if (!(await tenant.storage.users.find(param('id')))) throw inexistent('user')
  await orMissing('role', tenant.storage.roles.assign([param('id')], body.roles))
}

export async function removeRolesFromUser({
  tenant,
  param,
  body,
}: Call<undefined, UserRoles>): Promise<void> {
  if (!(await tenant.storage.users.find(param('id')))) throw inexistent('user')
  await tenant.storage.roles.unassign(param('id'), body.roles)
}

/** Live tenants answer null for the description that the contract leaves out. */
const view = ({ id, name, description }: StoredRole) => ({ id, name, description: description ?? null })

const answer = (query: Paging, page: Page<StoredRole>) =>
  listAnswer('roles', query, { ...page, items: page.items.map(view) })

function requireRole(role: StoredRole | undefined): StoredRole {
  if (!role) throw inexistent('role')
  return role
}

async function orMissing(what: 'user' | 'role', write: Promise<void>): Promise<void> {
  try {
    await write
  } catch (error) {
    throw error instanceof MissingReferenceError ? inexistent(what) : error
  }
}

async function unlessTaken<T>(write: Promise<T>): Promise<T> {
  try {
    return await write
  } catch (error) {
    if (!(error instanceof DuplicateError)) throw error
    throw new ManagementError(409, 'The role already exists.', 'role_conflict')
  }
}
