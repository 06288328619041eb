import type { EventEmitter } from 'node:events'
import type { Middleware } from 'koa'
import { errors, Provider } from 'oidc-provider'
import { log } from '../log.ts'
import type { StoredSigningKey } from '../storage/storage.ts'
import type { Tenant } from '../tenant.ts'
import { clockTolerance, isFirstUse } from './assertion.ts'
import type { Authenticate } from './authenticate.ts'
import { configuration } from './configuration.ts'
import { jwks } from './jwks.ts'
import { sessionSettings } from './lifetimes.ts'
import { logout } from './logout.ts'
import { offlineAccess } from './offline-access.ts'
import { assets } from './pages/assets.ts'
import { signIn } from './sign-in.ts'
import { tokenErrors } from './token-errors.ts'

/** oidc-provider with everything that makes it answer like Auth0, signing with the first of `keys`, which must be the current one. */
export function createProvider(
  tenant: Tenant,
  keys: StoredSigningKey[],
  authenticate: Authenticate,
): Provider {
  const provider = new Provider(tenant.issuer, configuration(tenant, keys))
  provider.proxy = true // the scheme is what oidc.ts says, which knows the public address
  provider.Client.prototype.includeSid = () => true // Auth0 puts `sid` into every ID token
  // Its own looks first and writes then: two processes could both take the same assertion.
  provider.ReplayDetection.unique = (clientId, jti, exp) =>
    isFirstUse(tenant.storage, { clientId, jti, exp: exp - clockTolerance })
  provider.registerGrantType('client_credentials', notHere)

  const middleware: Middleware[] = [
    assets,
    tokenErrors,
    jwks(tenant),
    sessionSettings(tenant.storage),
    offlineAccess,
    signIn(tenant, provider, authenticate),
    logout(tenant, provider),
  ]
  for (const step of middleware) provider.use(step)

  provider.on('server_error', (ctx, error) => log.error({ err: error, path: ctx.path }, 'server_error'))
  const koa: EventEmitter = provider
  koa.on('error', logFailure)
  return provider
}

/** Part of discovery and of clients' metadata, but answered before it gets here. */
function notHere(): never {
  throw new errors.UnsupportedGrantType()
}

/** What a middleware of ours throws; a refusal with a status below 500 is the caller's business. */
function logFailure(error: Error & { expose?: boolean }) {
  if (!error.expose) log.error({ err: error }, 'the request failed')
}
