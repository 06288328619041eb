import type { Context } from 'koa'
import type { Provider } from 'oidc-provider'
import type { Tenant } from '../tenant.ts'
import { cookieOptions } from './cookies.ts'

/**
 * Ends the browser's session at the tenant, with the tokens that live by it; refresh tokens of `offline_access`
 * outlive it, as at Auth0. Does nothing when nobody is signed in.
 */
export async function signOut(ctx: Context, tenant: Tenant, provider: Provider) {
  const session = await provider.Session.get(ctx)
  if (!session.accountId) return

  for (const { grantId, persistsLogout } of Object.values(session.authorizations ?? {})) {
    if (!grantId || persistsLogout) continue
    await tenant.storage.artifacts.revokeByGrantId(grantId)
    await tenant.storage.artifacts.destroy('Grant', grantId)
  }
  await session.destroy()
  ctx.cookies.set(provider.cookieName('session'), null, cookieOptions(tenant.issuer))
}
