import type { AccessDocument, ApiItem, ClientItem, GrantItem } from '../document'
import { hclAttributes, hclList, hclName, hclString } from './hcl'
import { uniqueNames } from './unique-names'

const head = `# Clients, APIs and client grants, without secrets. The import blocks put what the tenant
# has under Terraform's care; leave them out to create all of it in another tenant.

terraform {
  required_version = ">= 1.5"

  required_providers {
    auth0 = {
      source  = "auth0/auth0"
      version = ">= 1.0"
    }
  }
}
`

/**
 * The document as a Terraform configuration for the provider auth0/auth0, with an import block for whatever has an id:
 * https://registry.terraform.io/providers/auth0/auth0/latest/docs
 */
export function writeTerraform({ clients, apis, grants }: AccessDocument): string {
  const clientNames = uniqueNames(clients.map(({ name }) => hclName(name, 'client')))
  const apiNames = uniqueNames(apis.map(({ name }) => hclName(name, 'api')))
  const clientOf = new Map(clients.map(({ id, name }, index) => [id ?? name, clientNames[index] ?? '']))
  const apiOf = new Map(apis.map((api, index) => [api.identifier, { api, name: apiNames[index] ?? '' }]))
  const ends = grants.map((grant) => ({
    grant,
    client: clientOf.get(grant.client.id ?? grant.client.name),
    api: apiOf.get(grant.audience),
  }))
  const grantNames = uniqueNames(
    ends.map(
      ({ grant, client, api }) =>
        `${client ?? hclName(grant.client.name, 'client')}_${api?.name ?? hclName(grant.audience, 'api')}`,
    ),
  )
  return [
    head,
    ...clients.map((client, index) => clientBlock(client, clientNames[index] ?? '')),
    ...apis.map((api, index) => apiBlock(api, apiNames[index] ?? '')),
    ...ends.map(({ grant, client, api }, index) => grantBlock(grant, grantNames[index] ?? '', client, api)),
  ].join('\n')
}

function clientBlock({ id, name, description, type, grantTypes }: ClientItem, label: string) {
  return block('auth0_client', label, id, [
    ...hclAttributes({
      name: hclString(name),
      description: description ? hclString(description) : undefined,
      app_type: hclString(type),
      grant_types: grantTypes.length > 0 ? hclList(grantTypes) : undefined,
    }),
  ])
}

function apiBlock({ id, name, identifier, signingAlgorithm, tokenLifetime, scopes }: ApiItem, label: string) {
  const server = block('auth0_resource_server', label, id, [
    ...hclAttributes({
      name: hclString(name),
      identifier: hclString(identifier),
      signing_alg: hclString(signingAlgorithm),
      token_lifetime: tokenLifetime?.toString(),
    }),
  ])
  if (scopes.length === 0) return server
  const listed = scopes.flatMap(({ value, description }) => [
    '',
    '  scopes {',
    ...hclAttributes(
      { name: hclString(value), description: description ? hclString(description) : undefined },
      '    ',
    ),
    '  }',
  ])
  const reference = `  resource_server_identifier = auth0_resource_server.${label}.identifier`
  return `${server}\n${block('auth0_resource_server_scopes', label, id && identifier, [reference, ...listed])}`
}

function grantBlock(
  { id, client: { id: clientId, name }, audience, access }: GrantItem,
  label: string,
  client?: string,
  api?: { api: ApiItem; name: string },
) {
  const scopes = api && api.api.scopes.length > 0 ? `auth0_resource_server_scopes.${api.name}` : undefined
  return block('auth0_client_grant', label, id, [
    ...hclAttributes({
      client_id: client ? `auth0_client.${client}.id` : hclString(clientId ?? name),
      audience: api ? `auth0_resource_server.${api.name}.identifier` : hclString(audience),
      scopes: access.allScopes ? everyScope(scopes) : hclList(access.scope),
    }),
    ...(access.allScopes ? allScopesKept : []),
    // A scope has to be there before it is granted.
    ...(scopes && !access.allScopes ? ['', `  depends_on = [${scopes}]`] : []),
  ])
}

const everyScope = (scopes: string | undefined) =>
  scopes ? `[for each in ${scopes}.scopes : each.name]` : '[]'

/** The provider has no attribute for all scopes, and would take them away from a grant that has them. */
const allScopesKept = [
  '',
  '  # The tenant grants all scopes, also those to come.',
  '  lifecycle {',
  '    ignore_changes = [scopes]',
  '  }',
]

function block(type: string, label: string, id: string | undefined, body: string[]) {
  const imported = id ? `import {\n  to = ${type}.${label}\n  id = ${hclString(id)}\n}\n\n` : ''
  return `${imported}resource "${type}" "${label}" {\n${body.join('\n')}\n}\n`
}
