import type { Refusal } from './predict'

const accessDenied = (description: string): Refusal => ({ status: 403, error: 'access_denied', description })

/** How Auth0 words what it refuses at the token endpoint, status and all. */
export const refusals = {
  unauthorized: (): Refusal => ({ status: 401, error: 'access_denied', description: 'Unauthorized' }),
  grantType: (): Refusal => ({
    status: 403,
    error: 'unauthorized_client',
    description: "Grant type 'client_credentials' not allowed for the client.",
    uri: 'https://auth0.com/docs/clients/client-grant-types',
  }),
  organization: (): Refusal => ({
    status: 400,
    error: 'invalid_request',
    description: 'parameter organization is required for this client',
  }),
  notAuthorized: (audience: string): Refusal =>
    accessDenied(
      `Client is not authorized to access "${audience}". You need to create a "client-grant" associated to this API. See: https://auth0.com/docs/api/v2#!/Client_Grants/post_client_grants`,
    ),
  scopeSyntax: (): Refusal => ({
    status: 400,
    error: 'invalid_scope',
    description: 'scope contains invalid characters',
  }),
  scopes: (refused: string[]): Refusal =>
    accessDenied(`Client has not been granted scopes: ${refused.join(', ')}`),
}
