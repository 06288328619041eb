import { assert, property } from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryDocument } from '../arbitrary-document'
import type { AccessDocument } from '../document'
import { writeTerraform } from './terraform'

const at = { line: 0 }
const client = { description: '', type: 'non_interactive', grantTypes: ['client_credentials'], at }

test('every thing is a resource with an import block, and grants refer to what they are about', () => {
  const document: AccessDocument = {
    clients: [
      { ...client, id: 'c1', name: 'Billing "worker"', description: 'Sends %{ bills }' },
      { ...client, id: 'c2', name: 'billing worker' },
    ],
    apis: [
      {
        id: 'a1',
        name: 'Orders',
        identifier: 'urn:orders',
        signingAlgorithm: 'RS256',
        tokenLifetime: 600,
        scopes: [{ value: 'read:orders', description: 'Read orders' }],
        at,
      },
    ],
    grants: [
      {
        id: 'g1',
        client: { id: 'c1', name: 'Billing "worker"' },
        audience: 'urn:orders',
        access: { scope: ['read:orders'], allScopes: false },
        at,
      },
      {
        id: 'g2',
        client: { id: 'c2', name: 'billing worker' },
        audience: 'urn:orders',
        access: { scope: [], allScopes: true },
        at,
      },
      {
        id: 'g3',
        client: { id: 'c1', name: 'Billing "worker"' },
        audience: 'https://acme.auth0.com/api/v2/',
        access: { scope: ['read:clients'], allScopes: false },
        at,
      },
    ],
  }
  expect(writeTerraform(document).split('}\n\n').slice(1).join('}\n\n')).toBe(expected)
})

test('each resource has a name of its own, and what is imported into is there', () => {
  assert(
    property(arbitraryDocument, (document) => {
      const text = writeTerraform(document)
      const made = [...text.matchAll(/^resource "(\w+)" "([\w-]+)" \{$/gm)].map(
        ([, type, name]) => `${type}.${name}`,
      )
      const imported = [...text.matchAll(/^ {2}to = (.+)$/gm)].map(([, name]) => name)
      const withScopes = document.apis.filter(({ scopes }) => scopes.length > 0)
      expect(new Set(made).size).toBe(made.length)
      expect(imported).toEqual(made)
      expect(made).toHaveLength(
        document.clients.length + document.apis.length + withScopes.length + document.grants.length,
      )
    }),
  )
})

const expected = `import {
  to = auth0_client.billing_worker
  id = "c1"
}

resource "auth0_client" "billing_worker" {
  name        = "Billing \\"worker\\""
  description = "Sends %%{ bills }"
  app_type    = "non_interactive"
  grant_types = ["client_credentials"]
}

import {
  to = auth0_client.billing_worker-2
  id = "c2"
}

resource "auth0_client" "billing_worker-2" {
  name        = "billing worker"
  app_type    = "non_interactive"
  grant_types = ["client_credentials"]
}

import {
  to = auth0_resource_server.orders
  id = "a1"
}

resource "auth0_resource_server" "orders" {
  name           = "Orders"
  identifier     = "urn:orders"
  signing_alg    = "RS256"
  token_lifetime = 600
}

import {
  to = auth0_resource_server_scopes.orders
  id = "urn:orders"
}

resource "auth0_resource_server_scopes" "orders" {
  resource_server_identifier = auth0_resource_server.orders.identifier

  scopes {
    name        = "read:orders"
    description = "Read orders"
  }
}

import {
  to = auth0_client_grant.billing_worker_orders
  id = "g1"
}

resource "auth0_client_grant" "billing_worker_orders" {
  client_id = auth0_client.billing_worker.id
  audience  = auth0_resource_server.orders.identifier
  scopes    = ["read:orders"]

  depends_on = [auth0_resource_server_scopes.orders]
}

import {
  to = auth0_client_grant.billing_worker-2_orders
  id = "g2"
}

resource "auth0_client_grant" "billing_worker-2_orders" {
  client_id = auth0_client.billing_worker-2.id
  audience  = auth0_resource_server.orders.identifier
  scopes    = [for each in auth0_resource_server_scopes.orders.scopes : each.name]

  # The tenant grants all scopes, also those to come.
  lifecycle {
    ignore_changes = [scopes]
  }
}

import {
  to = auth0_client_grant.billing_worker_https_acme_auth0_com_api_v2
  id = "g3"
}

resource "auth0_client_grant" "billing_worker_https_acme_auth0_com_api_v2" {
  client_id = auth0_client.billing_worker.id
  audience  = "https://acme.auth0.com/api/v2/"
  scopes    = ["read:clients"]
}
`
