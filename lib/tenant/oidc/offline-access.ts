import type { Middleware } from 'koa'

/**
 * OpenID Connect Core section 11 gives `offline_access` only to a request with `prompt=consent`, and oidc-provider
 * keeps to it. Auth0 gives it to any request, so the prompt is added; first-party clients are not asked anyway.
 */
export const offlineAccess: Middleware = (ctx, next) => {
  if (ctx.path !== '/authorize') return next()

  const { scope, prompt = '' } = ctx.query
  const prompts = String(prompt).split(' ').filter(Boolean)
  const wantsRefreshToken = String(scope).split(' ').includes('offline_access')
  if (wantsRefreshToken && !prompts.includes('none') && !prompts.includes('consent'))
    ctx.query = { ...ctx.query, prompt: [...prompts, 'consent'].join(' ') }
  return next()
}
