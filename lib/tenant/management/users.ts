import type { Management } from 'auth0'
import type { z } from 'zod'
import { hashPassword } from '../oidc/password.ts'
import type { StoredUser } from '../storage/people.ts'
import { DuplicateError } from '../storage/storage.ts'
import { defaultPicture } from './default-picture.ts'
import { inexistent, ManagementError } from './errors.ts'
import { type Fields, pickFields } from './fields.ts'
import { newUserId } from './ids.ts'
import { merge } from './merge.ts'
import { listAnswer, refuseFarPages, windowOf } from './paging.ts'
import type { Call } from './route.ts'
import { parseUserQuery } from './user-query.ts'
import type { CreateUser, UpdateUser, userList, usersByEmail } from './user-schema.ts'
import { connection, viewUser } from './user-view.ts'

type Answer = Partial<Management.UserResponseSchema>

const shortestPassword = 8

export async function listUsers({ tenant, query }: Call<z.output<typeof userList>>) {
  const filter = parseUserQuery(query.q ?? '')
  refuseFarPages(query)
  const isElsewhere = query.connection !== undefined && query.connection !== connection
  const page = isElsewhere
    ? { items: [], total: 0 }
    : await tenant.storage.users.list(filter, windowOf(query))
  const items = page.items.map((user) => pickFields<Answer>(viewUser(user), query))
  const answer = listAnswer('users', query, { ...page, items })
  return 'total' in answer ? { ...answer, length: items.length } : answer
}

export async function listUsersByEmail({ tenant, query }: Call<z.output<typeof usersByEmail>>) {
  const user = await tenant.storage.users.findByEmail(query.email)
  return user ? [pickFields<Answer>(viewUser(user), query)] : []
}

export async function getUser({ tenant, param, query }: Call<Fields>): Promise<Answer> {
  const user = await tenant.storage.users.find(param('id'))
  if (!user) throw inexistent('user')
  return pickFields<Answer>(viewUser(user), query)
}

export function newUserHash({ body }: Call<undefined, CreateUser>): Promise<string> {
  return hash(body.password)
}

export async function createUser(call: Call<undefined, CreateUser>, passwordHash: string): Promise<Answer> {
  const { connection: asked, password: _, verify_email: __, user_id, email, ...profile } = call.body
  if (asked !== connection) {
    throw new ManagementError(400, 'The connection does not exist', 'inexistent_connection')
  }
  const now = new Date().toISOString()
  const user: StoredUser = {
    created_at: now,
    email_verified: false,
    name: email,
    nickname: email.split('@')[0] ?? email,
    picture: defaultPicture(email),
    ...profile,
    user_id: user_id ? `auth0|${user_id}` : newUserId(),
    email: email.toLowerCase(),
    updated_at: now,
    passwordHash,
  }
  await unlessTaken(call.tenant.storage.users.insert(user))
  return viewUser(user)
}

export async function changedHash({ body }: Call<undefined, UpdateUser>): Promise<{ passwordHash?: string }> {
  return body.password === undefined ? {} : { passwordHash: await hash(body.password) }
}

export async function updateUser(
  { tenant, param, body, may }: Call<undefined, UpdateUser>,
  changedPassword: { passwordHash?: string },
): Promise<Answer> {
  if (!may('update:users') && Object.keys(body).some((key) => key !== 'app_metadata')) {
    throw new ManagementError(403, 'Insufficient scope, expected any of: update:users', 'insufficient_scope')
  }
  const { users, artifacts } = tenant.storage
  const updated = await unlessTaken(
    users.update(param('id'), (user) => ({ ...changed(user, body), ...changedPassword })),
  )
  if (!updated) throw inexistent('user')
  if (body.blocked || changedPassword.passwordHash) await artifacts.revokeByAccountId(updated.user_id)
  return viewUser(updated)
}

export async function deleteUser({ tenant, param }: Call): Promise<void> {
  await tenant.storage.users.delete(param('id'))
  await tenant.storage.artifacts.revokeByAccountId(param('id'))
}

/** Metadata are merged property by property; an empty object takes all of them away. */
function changed(user: StoredUser, body: UpdateUser): StoredUser {
  const {
    password,
    connection: _,
    client_id: __,
    verify_email: ___,
    verify_phone_number: ____,
    email,
    app_metadata,
    user_metadata,
    ...profile
  } = body
  const { email_verified, name } = profile
  const now = new Date().toISOString()
  return {
    ...merge(user, { ...profile, name: name === null ? user.email : name }),
    ...(email !== undefined && { email: email.toLowerCase(), email_verified: email_verified ?? false }),
    ...(app_metadata && { app_metadata: metadata(user.app_metadata, app_metadata) }),
    ...(user_metadata && { user_metadata: metadata(user.user_metadata, user_metadata) }),
    ...(password !== undefined && { last_password_reset: now }),
    updated_at: now,
  }
}

const metadata = (current: object = {}, patch: object) =>
  Object.keys(patch).length ? shallowMerge(current, patch) : {}

const shallowMerge = (current: object, patch: object) =>
  Object.fromEntries(Object.entries({ ...current, ...patch }).filter(([, value]) => value !== null))

async function hash(password: string): Promise<string> {
  if (password.length < shortestPassword) {
    throw new ManagementError(400, 'PasswordStrengthError: Password is too weak', 'invalid_password')
  }
  return hashPassword(password)
}

async function unlessTaken<T>(write: Promise<T>): Promise<T> {
  try {
    return await write
  } catch (error) {
    if (!(error instanceof DuplicateError)) throw error
    throw new ManagementError(409, 'The user already exists.', 'auth0_idp_error')
  }
}
