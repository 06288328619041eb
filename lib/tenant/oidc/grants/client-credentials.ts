import type { TokenEndpointGrantContext } from 'oidc-provider'
import type { StoredClientGrant, StoredResourceServer, StoredSigningKey } from '../../storage/storage.ts'
import type { Tenant } from '../../tenant.ts'
import { signAccessToken } from '../access-token.ts'
import { findApi } from '../audience.ts'
import { accessDenied, unauthorized } from '../refusal.ts'

type Parameters = { audience?: string; scope?: string }
export const parameters = ['audience', 'scope']

/**
 * Auth0's client_credentials: `audience` names the API, a client grant must link it to the client, and leaving
 * `scope` out asks for everything that grant allows. The client has been authenticated before.
 * https://auth0.com/docs/api/authentication/client-credential-flow/get-token
 */
export const clientCredentials = (tenant: Tenant, currentKey: StoredSigningKey) =>
  async function exchange(ctx: TokenEndpointGrantContext<Parameters>) {
    const { client, params } = ctx.oidc
    if (client.clientAuthMethod === 'none') throw unauthorized() // RFC 6749 section 4.4: confidential clients only

    const audience = params.audience || (await tenant.storage.settings.get()).default_audience
    if (!audience) throw accessDenied('Non-global clients are not allowed access to APIv1')

    const api = await findApi(tenant, audience)
    if (!api) throw accessDenied(`Service not found: ${audience}`)

    const grant = await tenant.storage.clientGrants.findFor(client.clientId, api.identifier)
    if (!grant || isClosed(api))
      throw accessDenied(
        `Client is not authorized to access "${audience}". You need to create a "client-grant" associated to this API. See: https://auth0.com/docs/api/v2#!/Client_Grants/post_client_grants`,
      )

    const granted = grantedScopes(grant, api)
    const requested = words(params.scope)
    const refused = requested.filter((scope) => !granted.has(scope))
    if (refused.length) throw accessDenied(`Client has not been granted scopes: ${refused.join(', ')}`)

    const scope = [...(requested.length ? new Set(requested) : granted)].join(' ')
    ctx.body = {
      access_token: await signAccessToken({ issuer: tenant.issuer, currentKey }, api, client.clientId, scope),
      ...(scope && { scope }),
      expires_in: api.token_lifetime,
      token_type: 'Bearer',
    }
  }

const isClosed = ({ subject_type_authorization: policies }: StoredResourceServer) =>
  policies?.client?.policy === 'deny_all'

/** What the grant allows of what the API still defines. */
function grantedScopes(grant: StoredClientGrant, api: StoredResourceServer) {
  const defined = new Set(api.scopes?.map(({ value }) => value))
  return grant.allow_all_scopes ? defined : new Set(grant.scope?.filter((scope) => defined.has(scope)))
}

const words = (scope = '') => scope.split(' ').filter(Boolean)
