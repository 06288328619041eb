import type { Middleware } from 'koa'
import type { Tenant } from '../tenant.ts'
import { activeKeys, publicJwk } from './signing-keys.ts'

export const jwksPath = '/.well-known/jwks.json'

/** Every key that is not revoked, the next one included: verifiers may cache it before it signs. */
export const jwks =
  ({ storage }: Tenant): Middleware =>
  async (ctx, next) => {
    await next()
    if (ctx.path !== jwksPath || ctx.status !== 200 || ctx.method === 'OPTIONS') return

    const [keys, { flags }] = await Promise.all([storage.signingKeys.list(), storage.settings.get()])
    ctx.set('Cache-Control', 'public, max-age=15, stale-while-revalidate=15, stale-if-error=86400')
    ctx.body = {
      keys: activeKeys(keys).map((key) => {
        const { alg, ...jwk } = publicJwk(key)
        return flags?.remove_alg_from_jwks ? jwk : { ...jwk, alg }
      }),
    }
  }
