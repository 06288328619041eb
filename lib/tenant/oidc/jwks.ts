import type { Middleware } from 'koa'
import { freshFor } from '../fresh.ts'
import type { Tenant } from '../tenant.ts'
import { activeKeys, publicJwk } from './signing-keys.ts'

export const jwksPath = '/.well-known/jwks.json'

// The answer may be kept for 15 seconds anyway.
const algorithmsFreshForMs = 1000

/**
 * Every key that is not revoked, the next one included: verifiers may cache it before it signs. The keys say `alg`
 * RS256, as at Auth0, for as long as that is true of all tokens: `alg` is optional (RFC 7517 section 4.4) and a
 * verifier that reads it would refuse the PS256 and RS512 tokens that the same keys sign.
 */
export function jwks({ storage }: Tenant): Middleware {
  const signsOtherwise = freshFor(algorithmsFreshForMs, () =>
    storage.resourceServers.anySignedWith(['PS256', 'RS512']),
  )
  return async (ctx, next) => {
    await next()
    if (ctx.path !== jwksPath || ctx.status !== 200 || ctx.method === 'OPTIONS') return

    const [keys, { flags }] = await Promise.all([storage.signingKeys.list(), storage.settings.get()])
    const isAlgLeftOut = flags?.remove_alg_from_jwks || (await signsOtherwise())
    ctx.set('Cache-Control', 'public, max-age=15, stale-while-revalidate=15, stale-if-error=86400')
    ctx.body = {
      keys: activeKeys(keys).map((key) => {
        const { alg, ...jwk } = publicJwk(key)
        return isAlgLeftOut ? jwk : { ...jwk, alg }
      }),
    }
  }
}
