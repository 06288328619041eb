import 'server-only'
import { Auth0Client } from '@auth0/nextjs-auth0/server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { connection } from 'next/server'
import { cache } from 'react'
import { env } from './env'
import { pathHeader } from './request-path'
import { routes } from './routes'

/** Somebody on GRANTBOARD_ADMINS, with an e-mail address the tenant has verified. */
export type Admin = { email: string }

let client: Auth0Client | undefined

/** The sign-in half of the tenant. Made on first use: a build has no configuration. */
export function auth0(): Auth0Client {
  client ??= connect()
  return client
}

function connect() {
  const { AUTH0_DOMAIN, AUTH0_CLIENT_ID, AUTH0_CLIENT_SECRET, AUTH0_SECRET, APP_BASE_URL } = env()
  const insecure = AUTH0_DOMAIN.protocol === 'http:'
  return new Auth0Client({
    domain: insecure ? AUTH0_DOMAIN.origin : AUTH0_DOMAIN.host,
    clientId: AUTH0_CLIENT_ID,
    clientSecret: AUTH0_CLIENT_SECRET,
    secret: AUTH0_SECRET,
    appBaseUrl: APP_BASE_URL.origin,
    allowInsecureRequests: insecure,
    enableAccessTokenEndpoint: false,
    session: { rolling: true, cookie: { sameSite: 'lax', secure: APP_BASE_URL.protocol === 'https:' } },
  })
}

export type Visitor =
  | { kind: 'nobody' }
  | { kind: 'stranger'; email: string; because: 'not listed' | 'not verified' }
  | { kind: 'admin'; admin: Admin }

/** Who makes this request, judged by the session cookie and GRANTBOARD_ADMINS. An empty list means nobody. */
export const currentVisitor = cache(async (): Promise<Visitor> => {
  await connection() // a session belongs to a request: nothing behind it is ever prerendered
  const session = await auth0().getSession()
  if (!session) return { kind: 'nobody' }

  const email = session.user.email ?? session.user.sub
  if (!env().GRANTBOARD_ADMINS.includes(email.toLowerCase())) {
    return { kind: 'stranger', email, because: 'not listed' }
  }
  if (!session.user.email_verified) return { kind: 'stranger', email, because: 'not verified' }
  return { kind: 'admin', admin: { email } }
})

/** The signed-in admin; everybody else is led to the sign-in or told why they may not enter. Every query starts here. */
export async function requireAdmin(): Promise<Admin> {
  const visitor = await currentVisitor()
  if (visitor.kind === 'admin') return visitor.admin
  if (visitor.kind === 'stranger') redirect(routes.notAdmin())
  redirect(routes.signIn((await headers()).get(pathHeader) ?? routes.overview()))
}
