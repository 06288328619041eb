import type { Management } from 'auth0'
import type { Middleware } from 'koa'
import type { Client, Configuration } from 'oidc-provider'
import type { Storage } from '../storage/storage.ts'
import type { Auth0Metadata } from './client-metadata.ts'

const hour = 3600
const day = 24 * hour

type Settings = Management.GetTenantSettingsResponseContent

/** oidc-provider asks for a session's lifetime synchronously: the settings it depends on are read before. */
export const sessionSettings =
  ({ settings }: Storage): Middleware =>
  async (ctx, next) => {
    if (ctx.path.startsWith('/authorize')) ctx.state.settings = await settings.get()
    await next()
  }

/** Seconds, as a tenant of Auth0 has them by default. */
export const ttl: Configuration['ttl'] = {
  AuthorizationCode: 60,
  AccessToken: day,
  IdToken: 10 * hour,
  Interaction: hour,
  Grant: 366 * day,
  RefreshToken: (_ctx, _token, client) => refreshTokenLifetime(client),
  Session: (ctx, session) => sessionLifetime(ctx.state.settings, session.loginTs),
}

function refreshTokenLifetime(client: Client) {
  const { refresh_token: policy } = client as Client & Auth0Metadata
  const idle = policy?.infinite_idle_token_lifetime === false ? policy.idle_token_lifetime : undefined
  return Math.min(policy?.token_lifetime ?? 365 * day, idle ?? 365 * day)
}

/** Idle for 72 hours or signed in for 168, unless the tenant says otherwise: whichever comes first. */
function sessionLifetime(settings: Settings | undefined, signedInAt = now()) {
  const idle = (settings?.idle_session_lifetime ?? 72) * hour
  const ends = signedInAt + (settings?.session_lifetime ?? 168) * hour
  return Math.max(1, Math.round(Math.min(idle, ends - now())))
}

const now = () => Math.floor(Date.now() / 1000)
