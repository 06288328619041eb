import type { Management } from 'auth0'
import type { Logic } from './logic.ts'
import type { Page, Window } from './storage.ts'

/** A user as the Management API shows it but for `identities`, and a password hash that is never shown. */
export type StoredUser = Management.UserResponseSchema & {
  user_id: string
  email: string
  email_verified: boolean
  name: string
  passwordHash: string
}

/** Email addresses and names are compared in lower case. */
export type UserTerm =
  | { field: 'user_id' | 'email' | 'name'; value: string }
  | { field: 'user_id' | 'email' | 'name'; prefix: string }
export type UserFilter = Logic<UserTerm>

export type UserStore = {
  /** Rejects with DuplicateError when the id or the email address is taken. */
  insert(user: StoredUser): Promise<void>
  find(userId: string): Promise<StoredUser | undefined>
  findByEmail(email: string): Promise<StoredUser | undefined>
  list(filter: UserFilter | undefined, window: Window): Promise<Page<StoredUser>>
  /** Rejects with DuplicateError when another user has the email address. */
  update(userId: string, change: (current: StoredUser) => StoredUser): Promise<StoredUser | undefined>
  /** Removes the user and what roles it has; false when there was none. */
  delete(userId: string): Promise<boolean>
  /** The number of users: the first admin is made when there is none. */
  count(): Promise<number>
}

export type StoredRole = { id: string; name: string; description?: string }
/** A scope of an API. */
type Permission = { audience: string; scope: string }

export type RoleStore = {
  /** Rejects with DuplicateError when the name is taken. */
  insert(role: StoredRole): Promise<void>
  find(id: string): Promise<StoredRole | undefined>
  /** Pages are in the order of names, as live tenants have them. `name` is a part of the name, in any case. */
  list(filter: { name?: string; userId?: string }, window: Window): Promise<Page<StoredRole>>
  /** Rejects with DuplicateError when another role has the name. */
  update(id: string, change: (current: StoredRole) => StoredRole): Promise<StoredRole | undefined>
  /** Takes the role from everybody and removes it; false when there was none. */
  delete(id: string): Promise<boolean>

  users(roleId: string, window: Window): Promise<Page<StoredUser>>
  /** Gives each of the users each of the roles. Rejects with MissingReferenceError when one of them is gone. */
  assign(userIds: string[], roleIds: string[]): Promise<void>
  unassign(userId: string, roleIds: string[]): Promise<void>

  /** In the order of their scopes, as live tenants have them. */
  permissions(roleId: string, window: Window): Promise<{ items: Permission[]; total: number }>
  /** Rejects with MissingReferenceError when the role or an API is gone. */
  addPermissions(roleId: string, permissions: Permission[]): Promise<void>
  removePermissions(roleId: string, permissions: Permission[]): Promise<void>
}
