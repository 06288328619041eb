import { generateSessionCookie } from '@auth0/nextjs-auth0/testing'
import type { BenchContext } from '../context.ts'

/** The cookie of the signed-in admin. */
export async function sessionCookie({ credentials, sessionSecret }: BenchContext): Promise<string> {
  const email = credentials.TENANT_ADMIN_EMAIL
  const user = { sub: `auth0|${email}`, email, email_verified: true, name: email }
  return generateSessionCookie({ user }, { secret: sessionSecret })
}
