import type { Context, Middleware } from 'koa'
import type { Provider } from 'oidc-provider'
import type { StoredClient } from '../storage/storage.ts'
import type { Tenant } from '../tenant.ts'
import { sendLogoutQuestion } from './pages/logout-page.ts'
import { sendMessage } from './pages/message-page.ts'
import { noteSignOut } from './sign-in-event.ts'
import { signOut } from './sign-out.ts'

export const logoutPath = '/oidc/logout'

/**
 * Auth0's two ways out: OpenID Connect RP-Initiated Logout, and `/v2/logout` from before it. Where oidc-provider always
 * asks "do you want to sign out?", Auth0 does so only when it can't tell which client sent the person.
 * https://auth0.com/docs/authenticate/login/logout/log-users-out-of-auth0
 */
export const logout = (tenant: Tenant, provider: Provider): Middleware => {
  const leave = async (ctx: Context, request: LogoutRequest) => {
    const { client, returnTo, parameter, state } = request
    if (returnTo && !(await isAllowed(tenant, client, returnTo))) return sendRefusal(ctx, parameter, returnTo)
    if (request.isSure || ctx.method === 'POST') {
      const userId = await signOut(ctx, tenant, provider)
      if (userId) await noteSignOut(tenant, ctx.req, { userId, client, returnTo })
      return returnTo ? redirect(ctx, returnTo, state) : sendSignedOut(ctx)
    }
    await sendLogoutQuestion(ctx, ctx.url, returnTo)
  }

  return async (ctx, next) => {
    if (ctx.path !== logoutPath && ctx.path !== '/v2/logout') return next()
    if (ctx.method === 'POST' && ctx.get('Sec-Fetch-Site') === 'cross-site') ctx.throw(403)

    const clientId = one(ctx.query.client_id)
    if (ctx.path === '/v2/logout') {
      const client = clientId ? await tenant.storage.clients.find(clientId) : undefined
      return leave(ctx, { client, returnTo: one(ctx.query.returnTo), parameter: 'returnTo', isSure: true })
    }

    const hint = one(ctx.query.id_token_hint)
    const hinted = hint ? await clientOf(provider, hint) : undefined
    if (hint && !hinted) return sendBadHint(ctx)

    const client = await tenant.storage.clients.find(hinted ?? clientId ?? '')
    const returnTo = one(ctx.query.post_logout_redirect_uri)
    const isSure = Boolean(hinted ?? (client && returnTo))
    const parameter = 'post_logout_redirect_uri'
    await leave(ctx, { client, returnTo, parameter, state: one(ctx.query.state), isSure })
  }
}

type LogoutRequest = {
  client: StoredClient | undefined
  returnTo: string | undefined
  /** What `returnTo` is called in the request. */
  parameter: string
  state?: string
  isSure: boolean
}

/** The client that a valid ID token of this tenant was issued to. An expired one is still a hint. */
async function clientOf(provider: Provider, idToken: string): Promise<string | undefined> {
  const clientId = audienceOf(idToken)
  const client = clientId ? await provider.Client.find(clientId) : undefined
  if (!client) return undefined
  try {
    await provider.IdToken.validate(idToken, client)
    return client.clientId
  } catch {
    return undefined
  }
}

function audienceOf(idToken: string): string | undefined {
  try {
    const { aud } = JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString())
    return typeof aud === 'string' ? aud : undefined
  } catch {
    return undefined
  }
}

/** The query and the fragment of an address are not taken into account. */
async function isAllowed({ storage }: Tenant, client: StoredClient | undefined, returnTo: string) {
  const settings = await storage.settings.get()
  const allowed = [...(client?.allowed_logout_urls ?? []), ...(settings.allowed_logout_urls ?? [])]
  const address = withoutQuery(returnTo)
  return address !== undefined && allowed.some((url) => withoutQuery(url) === address)
}

function withoutQuery(url: string) {
  const { protocol, host, pathname } = URL.parse(url) ?? {}
  return protocol && `${protocol}//${host}${pathname}`
}

function redirect(ctx: Context, returnTo: string, state: string | undefined) {
  const target = new URL(returnTo)
  if (state !== undefined) target.searchParams.set('state', state)
  ctx.status = 303
  ctx.redirect(target.href)
}

const sendSignedOut = (ctx: Context) =>
  sendMessage(ctx, 200, {
    title: 'You are signed out',
    what: 'Your session with this tenant has ended. Applications may keep sessions of their own.',
  })

const sendBadHint = (ctx: Context) =>
  sendMessage(ctx, 400, {
    title: 'The request was refused',
    what: 'The id_token_hint is not an ID token of this tenant. You were not signed out.',
    next: 'The application has to send the ID token it received at sign-in, or its client_id.',
  })

const sendRefusal = (ctx: Context, parameter: string, returnTo: string) =>
  sendMessage(ctx, 400, {
    title: 'Logout URL mismatch',
    what: `The ${parameter} is not in the list of allowed logout URLs. You were not signed out.`,
    next: 'Add the address below to the Allowed Logout URLs in the settings of the client.',
    facts: { error: 'invalid_request', [parameter]: returnTo },
  })

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined)
