import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Management } from 'auth0'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toApi } from '../apis/api'
import { toClient } from '../clients/client'
import { toGrant } from '../grants/grant'
import { deployCli } from '../tenant/foreign/deploy-cli'
import { startTestTenant, type TestTenant } from '../tenant/test-tenant'
import { compare } from './compare/compare'
import type { AccessDocument } from './document'
import { documentOf, type Picture } from './picture'
import { readDeployCliFolder } from './read/deploy-cli-folder'
import { writeDeployCli } from './write/deploy-cli'

const timeout = 300_000
const at = { line: 0 }
const machine = { description: '', type: 'non_interactive', grantTypes: ['client_credentials'], at }
const authMethod = 'client_secret_post'
const api = { signingAlgorithm: 'RS256', tokenLifetime: 86_400, scopes: [], at }

const document: AccessDocument = {
  clients: [
    { ...machine, authMethod, name: 'Billing', description: 'Sends bills: "all" of them' },
    { ...machine, authMethod: 'client_secret_basic', name: '2026-01-01' },
    { ...machine, authMethod, name: 'Отчёт 🔑 yes/no' },
    { ...machine, authMethod: 'none', name: 'null', type: 'spa', grantTypes: ['authorization_code'] },
  ],
  apis: [
    {
      ...api,
      name: 'Orders: v1',
      identifier: 'https://orders.example.com/v1',
      scopes: [
        { value: 'read:orders', description: 'Read orders, # all' },
        { value: 'write:orders', description: '- yes' },
      ],
    },
    { ...api, name: 'on', identifier: 'urn:stock', signingAlgorithm: 'HS256', tokenLifetime: 600 },
  ],
  grants: [
    grant('Billing', 'https://orders.example.com/v1', 'read:orders', 'write:orders'),
    grant('2026-01-01', 'https://orders.example.com/v1', 'read:orders'),
    grant('Отчёт 🔑 yes/no', 'urn:stock'),
    {
      ...grant('2026-01-01', 'urn:stock'),
      access: { scope: [], allScopes: true },
    },
  ],
}

let folder: string
let tenant: TestTenant
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'transfer-'))
  tenant = await startTestTenant({ tls: true })
})
afterAll(async () => {
  await tenant.stop()
  rmSync(folder, { recursive: true })
})

/** As its users do who leave the rest of a tenant alone; it takes the CLI a fraction of the time. */
const settings = { AUTH0_INCLUDED_ONLY: '["clients","resourceServers","clientGrants"]' }

test('auth0-deploy-cli brings an empty tenant to what we wrote', { timeout }, async () => {
  writeFileSync(join(folder, 'tenant.yaml'), writeDeployCli(document))
  await deployCli(tenant, settings).import(join(folder, 'tenant.yaml'))

  const picture = await pictureOf(tenant)
  expect(ours(documentOf(picture))).toEqual(ours(document))
  expect(compare(document, picture).steps).toEqual([])
})

test('what auth0-deploy-cli exports is what we read, and leaves nothing to do', { timeout }, async () => {
  await deployCli(tenant, settings).export('directory', join(folder, 'exported'))
  const { document: exported, problems } = readDeployCliFolder(filesIn(join(folder, 'exported')))

  expect(problems).toEqual([])
  expect(ours(exported)).toEqual(ours(document))
  expect(compare(exported, await pictureOf(tenant), true).steps).toEqual([])
})

function grant(name: string, audience: string, ...scope: string[]) {
  return { client: { name }, audience, access: { scope, allScopes: false }, at }
}

async function pictureOf({ call }: TestTenant): Promise<Picture> {
  const list = async <Item>(path: string) => (await call('GET', path)).body as unknown as Item[]
  const own = { signIn: '', management: 'management-client' }
  return {
    clients: (await list<Management.Client>('/clients?is_global=false')).map((client) =>
      toClient(client, own),
    ),
    apis: (await list<Management.ResourceServer>('/resource-servers')).map(toApi),
    grants: (await list<Management.ClientGrantResponseContent>('/client-grants')).map(toGrant),
  }
}

/** What the tenants have in common: ids differ, so does the order, and each has clients of its own. */
function ours({ clients, apis, grants }: AccessDocument) {
  const names = new Set(document.clients.map(({ name }) => name))
  const sorted = <Item>(items: Item[]) => items.map((item) => JSON.stringify(item)).sort()
  return {
    clients: sorted(
      clients
        .filter(({ name }) => names.has(name))
        .map(({ name, description, type, grantTypes, authMethod }) => ({
          name,
          description,
          type,
          grantTypes,
          authMethod,
        })),
    ),
    apis: sorted(
      apis
        .filter(({ name }) => name !== 'Auth0 Management API')
        .map(({ name, identifier, signingAlgorithm, tokenLifetime, scopes }) => ({
          name,
          identifier,
          signingAlgorithm,
          tokenLifetime,
          scopes,
        })),
    ),
    grants: sorted(
      grants
        .filter(({ client }) => names.has(client.name))
        .map(({ client, audience, access }) => ({ client: client.name, audience, access })),
    ),
  }
}

function filesIn(root: string) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => ({
      path: join(parentPath, name),
      text: readFileSync(join(parentPath, name), 'utf8'),
    }))
}
