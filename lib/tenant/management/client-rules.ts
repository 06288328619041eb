import type { StoredClient, StoredClientCredential } from '../storage/storage.ts'
import type { CreateClient, UpdateClient } from './client-schema.ts'
import { invalidBody, ManagementError } from './errors.ts'
import type { Call } from './route.ts'

type Scope = Parameters<Call['may']>[0]

const ownScope = {
  client_secret: 'update:client_keys',
  client_authentication_methods: 'update:client_credentials',
} satisfies Partial<Record<keyof UpdateClient, Scope>>

/** Secrets and keys need a scope of their own; everything else one of those that open a client. */
export function authorizeChange(body: UpdateClient, may: Call['may']): void {
  for (const [property, scope] of Object.entries(ownScope)) {
    if (property in body && !may(scope)) throw insufficient(scope)
  }
  const others = Object.keys(body).filter((key) => !(key in ownScope) && key !== 'token_endpoint_auth_method')
  if (others.length && !may('update:clients') && !may('update:client_keys')) {
    throw insufficient('update:clients', 'update:client_keys')
  }
}

export const insufficient = (...scopes: Scope[]) =>
  new ManagementError(403, `Insufficient scope, expected any of: ${scopes.join(',')}`, 'insufficient_scope')

/** What Auth0 refuses in a client as a whole, however it came to be. */
export function refuseImpossible(client: CreateClient | StoredClient): void {
  const { grant_types, token_endpoint_auth_method, client_authentication_methods } = client
  if (client_authentication_methods && token_endpoint_auth_method) {
    throw invalidBody(
      'The properties client_authentication_methods and token_endpoint_auth_method are mutually exclusive.',
    )
  }
  if (token_endpoint_auth_method === 'none' && grant_types?.includes('client_credentials')) {
    throw invalidBody('Invalid grant types: client_credentials')
  }
  if (
    client.is_first_party === false &&
    (client.organization_usage || client.organization_require_behavior)
  ) {
    throw new ManagementError(
      403,
      'Organizations are only available to first party clients on user-based flows. Properties organization_usage and organization_require_behavior must be unset for third party clients.',
      'operation_not_supported',
    )
  }
}

const mostKeys = 2

/** The keys that a client is told to use must be its own, of the right type, and at most two. */
export function refuseForeignKeys(body: UpdateClient, own: StoredClientCredential[]): void {
  const methods = body.client_authentication_methods
  const wanted = [
    { type: 'public_key', of: methods?.private_key_jwt },
    { type: 'cert_subject_dn', of: methods?.tls_client_auth },
    { type: 'x509_cert', of: methods?.self_signed_tls_client_auth },
    { type: 'public_key', of: body.signed_request_object },
    { type: 'public_key', of: body.token_vault_privileged_access },
  ]
  for (const { type, of } of wanted) {
    const ids = of?.credentials?.map(({ id }) => id) ?? []
    refuseTooMany(ids.length)
    const foreign = ids.find(
      (id) => !own.some(({ id: known, credential_type }) => known === id && credential_type === type),
    )
    if (foreign) throw invalidBody(`The client has no ${type} credential ${foreign}.`)
  }
}

export function refuseTooMany(keys: number): void {
  if (keys > mostKeys) throw invalidBody(`A client can have at most ${mostKeys} credentials of a type.`)
}

/** Whether the client uses this key, for signing in or for anything else. */
export function usesKey(client: StoredClient, credentialId: string): boolean {
  const {
    client_authentication_methods: methods,
    signed_request_object,
    token_vault_privileged_access,
  } = client
  return [...Object.values(methods ?? {}), signed_request_object, token_vault_privileged_access].some((use) =>
    use?.credentials?.some(({ id }: { id?: string }) => id === credentialId),
  )
}
