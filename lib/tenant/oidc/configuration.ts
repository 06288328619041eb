import { type Client, type Configuration, errors } from 'oidc-provider'
import type { StoredSigningKey } from '../storage/storage.ts'
import type { Tenant } from '../tenant.ts'
import { adapter } from './adapter.ts'
import { assertionAlgorithms, clockTolerance, isShortLived } from './assertion.ts'
import { type Auth0Metadata, auth0Metadata } from './client-metadata.ts'
import { cookies } from './cookies.ts'
import { claims, findAccount } from './find-account.ts'
import { interactions } from './interactions.ts'
import { jwksPath } from './jwks.ts'
import { ttl } from './lifetimes.ts'
import { loadExistingGrant } from './load-existing-grant.ts'
import { logoutPath } from './logout.ts'
import { renderError } from './pages/render-error.ts'
import { privateJwk } from './signing-keys.ts'

/** What oidc-provider must know to answer like an Auth0 tenant. Composition only: each value is named after its file. */
export function configuration(tenant: Tenant, keys: StoredSigningKey[]): Configuration {
  return {
    adapter: adapter(tenant.storage),
    assertJwtClientAuthClaimsAndHeader: (_ctx, { exp }) => {
      if (!isShortLived(Number(exp)))
        throw new errors.InvalidClientAuth('the assertion is valid for too long')
    },
    claims,
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'],
    clientBasedCORS: (_ctx, origin, client: Client & Auth0Metadata) =>
      client.allowed_origins?.includes(origin) ?? false,
    clockTolerance,
    conformIdTokenClaims: false,
    cookies: cookies(tenant),
    discovery: { end_session_endpoint: new URL(logoutPath, tenant.issuer).href },
    enabledJWA: { clientAuthSigningAlgValues: assertionAlgorithms },
    extraClientMetadata: { properties: auth0Metadata },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      revocation: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
      },
      rpInitiatedLogout: { enabled: false },
    },
    findAccount: findAccount(tenant.storage),
    interactions: interactions(),
    jwks: { keys: keys.map(privateJwk) },
    loadExistingGrant,
    renderError: renderError(tenant),
    responseTypes: ['code'],
    rotateRefreshToken: ({ oidc }) =>
      (oidc.client as Client & Auth0Metadata).refresh_token?.rotation_type === 'rotating',
    routes: {
      authorization: '/authorize',
      end_session: logoutPath,
      jwks: jwksPath,
      revocation: '/oauth/revoke',
      token: '/oauth/token',
      userinfo: '/userinfo',
    },
    scopes: ['openid', 'profile', 'email', 'offline_access'],
    ttl,
  }
}
