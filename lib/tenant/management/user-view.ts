import type { Management } from 'auth0'
import type { StoredUser } from '../storage/people.ts'

/** The one way to sign in here. */
export const connection = 'Username-Password-Authentication'

/** A user as the Management API shows it: never with what its password is checked against. */
export function viewUser({ passwordHash: _, ...user }: StoredUser): Management.UserResponseSchema {
  const [provider = '', ...rest] = user.user_id.split('|')
  const identities = [{ connection, user_id: rest.join('|'), provider, isSocial: false }]
  // The contract's type lists the providers that Auth0 knows; this one is `auth0`.
  return { ...user, identities: identities as Management.UserIdentitySchema[] }
}
