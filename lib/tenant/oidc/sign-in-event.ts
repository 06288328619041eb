import type { IncomingMessage } from 'node:http'
import { eventOf } from '../event.ts'
import type { StoredUser } from '../storage/people.ts'
import type { StoredClient } from '../storage/storage.ts'
import type { Tenant } from '../tenant.ts'
import type { SignIn } from './authenticate.ts'

/** The one way to sign in, as Auth0 names it. */
const database = {
  connection: 'Username-Password-Authentication',
  strategy: 'auth0',
  strategy_type: 'database',
}

const failures = {
  wrong: 'Wrong email or password.',
  blocked: 'user is blocked',
  waiting: 'Too many failed sign-ins for this email address.',
}
const longestEmail = 320

type Attempt = { answer: SignIn; email: string; clientId: string }

/** Notes in the tenant's log that somebody signed in (`s`) or could not (`f`). */
export async function noteSignIn(tenant: Tenant, request: IncomingMessage, attempt: Attempt) {
  const { answer, email, clientId } = attempt
  const { outcome } = answer
  const client = await tenant.storage.clients.find(clientId)
  const user = 'user' in answer ? answer.user : undefined
  tenant.events.note(
    eventOf(request, tenant, {
      ...(outcome === 'right' ? { type: 's' } : { type: 'f', description: failures[outcome] }),
      client_id: clientId,
      client_name: client?.name ?? '',
      user_id: user?.user_id ?? '',
      user_name: user?.email ?? email.slice(0, longestEmail),
      ...database,
      details: {},
    }),
  )
}

/** Keeps with the user when and from where it signed in last, and how often it did. */
export async function countSignIn({ storage }: Tenant, { user_id }: StoredUser, address: string) {
  await storage.users.update(user_id, (user) => ({
    ...user,
    last_login: new Date().toISOString(),
    last_ip: address,
    logins_count: (user.logins_count ?? 0) + 1,
  }))
}

type SignOut = { userId: string; client: StoredClient | undefined; returnTo: string | undefined }

/** Notes in the tenant's log that somebody signed out (`slo`). */
export async function noteSignOut(tenant: Tenant, request: IncomingMessage, signOut: SignOut) {
  const { userId, client, returnTo } = signOut
  const user = await tenant.storage.users.find(userId)
  tenant.events.note(
    eventOf(request, tenant, {
      type: 'slo',
      description: 'User successfully logged out',
      client_id: client?.client_id ?? '',
      client_name: client?.name ?? '',
      user_id: userId,
      user_name: user?.email ?? '',
      ...database,
      details: {
        return_to: returnTo ?? '',
        allowed_logout_url: client?.allowed_logout_urls ?? [],
      },
    }),
  )
}
