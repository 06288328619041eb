import type { Context } from 'koa'
import type { Provider } from 'oidc-provider'
import type { Tenant } from '../tenant.ts'
import { cookieOptions } from './cookies.ts'

/**
 * Ends the browser's session at the tenant, with the tokens that live by it; refresh tokens of `offline_access`
 * outlive it, as at Auth0. Resolves with the id of the user who was signed in.
 */
export async function signOut(ctx: Context, tenant: Tenant, provider: Provider): Promise<string | undefined> {
  const session = await provider.Session.get(ctx)
  const { accountId } = session
  if (!accountId) return undefined

  for (const { grantId, persistsLogout } of Object.values(session.authorizations ?? {})) {
    if (!grantId || persistsLogout) continue
    await tenant.storage.artifacts.revokeByGrantId(grantId)
    await tenant.storage.artifacts.destroy('Grant', grantId)
  }
  await session.destroy()
  ctx.cookies.set(provider.cookieName('session'), null, cookieOptions(tenant.issuer))
  return accountId
}
