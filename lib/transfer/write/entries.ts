import type { ApiItem, ClientItem, GrantItem } from '../document'

/*
 * Things in the words of the Management API, without ids and without secrets.
 */

export const clientEntry = ({ name, description, type, grantTypes, authMethod }: ClientItem) => ({
  name,
  ...(description && { description }),
  app_type: type,
  ...(grantTypes.length > 0 && { grant_types: grantTypes }),
  ...(authMethod && { token_endpoint_auth_method: authMethod }),
})

export const apiEntry = ({ name, identifier, signingAlgorithm, tokenLifetime, scopes }: ApiItem) => ({
  name,
  identifier,
  signing_alg: signingAlgorithm,
  ...(tokenLifetime !== undefined && { token_lifetime: tokenLifetime }),
  scopes: scopes.map(({ value, description }) => ({ value, ...(description && { description }) })),
})

/** A list of scopes and `allow_all_scopes` exclude each other. */
export const accessEntry = ({ access: { scope, allScopes } }: GrantItem) =>
  allScopes ? { allow_all_scopes: true } : { scope }
