import type { Management } from 'auth0'
import { type Api, toApi } from '../apis/api.ts'
import type { AuthMethod } from '../clients/client'
import type { Access } from '../grants/grant'
import type { Quota } from './quota'

/** What decides about the tokens for an API. Never carries its signing secret. */
export type TokenApi = Api & TokenRules

type TokenRules = {
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

export const toTokenApi = (api: Management.ResourceServer): TokenApi => ({
  ...toApi(api),
  ...tokenRules({
    clientPolicy: api.subject_type_authorization?.client?.policy,
    dialect: api.token_dialect,
    enforcesPolicies: api.enforce_policies,
  }),
})

/** What an API's settings say about its tokens, each as the tenant names it; without a word, Auth0's own way. */
export function tokenRules({
  clientPolicy,
  dialect = 'access_token',
  enforcesPolicies = false,
}: {
  clientPolicy?: string | null
  dialect?: string
  enforcesPolicies?: boolean
}): TokenRules {
  return {
    isClosed: clientPolicy === 'deny_all',
    dialect: dialect.startsWith('rfc9068') ? 'rfc9068' : 'auth0',
    // https://auth0.com/docs/get-started/apis/enable-role-based-access-control-for-apis
    withPermissions: dialect.endsWith('_authz') && enforcesPolicies,
  }
}

/** The scopes that a grant lets into a token, in its order: those that the API still defines. */
export function grantedScopes({ scope, allScopes }: Access, { scopes }: Pick<TokenApi, 'scopes'>): string[] {
  const defined = new Set(scopes.map(({ value }) => value))
  return allScopes ? [...defined] : scope.filter((value) => defined.has(value))
}
