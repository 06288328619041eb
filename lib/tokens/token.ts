import type { Management } from 'auth0'
import type { Scope } from '../apis/api'
import type { AuthMethod } from '../clients/client'
import type { Access } from '../grants/grant'
import type { Quota } from './quota'

/** What decides about the tokens for an API. Never carries its signing secret. */
export type TokenApi = {
  id: string
  name: string
  /** The `audience`. */
  identifier: string
  signingAlgorithm: string
  /** Seconds. */
  tokenLifetime: number
  scopes: Scope[]
  isSystem: boolean
  /** No client gets a token as itself, whatever was granted: `subject_type_authorization.client.policy` is `deny_all`. */
  isClosed: boolean
  /** Which claims its tokens have: https://auth0.com/docs/secure/tokens/access-tokens/access-token-profiles */
  dialect: 'auth0' | 'rfc9068'
  /** Whether they carry `permissions` beside `scope`. */
  withPermissions: boolean
}

/** What decides about the tokens of a client. Never carries its secret. */
export type TokenClient = {
  id: string
  name: string
  grantTypes: string[]
  authMethod: AuthMethod
  /** Of this API: `null` is none. */
  access: Access | null
  /** Its grant is for requests that name an organization. */
  needsOrganization: boolean
  /** `null` is none, `undefined` is not known. */
  quota: Quota | null | undefined
}

/** What a client asks for. Without scopes it asks for all that it is granted. */
export type TokenRequest = { scopes: string[] }

export function toTokenApi(api: Management.ResourceServer): TokenApi {
  if (!api.id || !api.identifier) throw new TypeError('The Management API returned an API without an id')
  const dialect = api.token_dialect ?? 'access_token'
  return {
    id: api.id,
    name: api.name || api.identifier,
    identifier: api.identifier,
    signingAlgorithm: api.signing_alg ?? 'RS256',
    tokenLifetime: api.token_lifetime ?? 86_400,
    scopes: (api.scopes ?? []).map(({ value, description }) => ({ value, description: description ?? '' })),
    isSystem: api.is_system ?? false,
    isClosed: api.subject_type_authorization?.client?.policy === 'deny_all',
    dialect: dialect.startsWith('rfc9068') ? 'rfc9068' : 'auth0',
    // https://auth0.com/docs/get-started/apis/enable-role-based-access-control-for-apis
    withPermissions: dialect.endsWith('_authz') && (api.enforce_policies ?? false),
  }
}

/** The scopes that a grant lets into a token, in its order: those that the API still defines. */
export function grantedScopes({ scope, allScopes }: Access, { scopes }: Pick<TokenApi, 'scopes'>): string[] {
  const defined = new Set(scopes.map(({ value }) => value))
  return allScopes ? [...defined] : scope.filter((value) => defined.has(value))
}
