import { expect } from 'vitest'
import type { TestTenant } from '../test-tenant.ts'

type Item = Record<string, unknown>

/** Every item of a list, read by pages and by checkpoints, which must agree. */
async function everyItem(tenant: TestTenant, path: string, key: string, id: string): Promise<Item[]> {
  const byPage: Item[] = []
  for (let page = 0, total = 1; byPage.length < total; page++) {
    const { body } = await tenant.call('GET', `${path}?per_page=7&page=${page}&include_totals=true`)
    const items = body[key] as Item[]
    expect(items.length, `page ${page} of ${path}`).toBeGreaterThan(0)
    byPage.push(...items)
    total = Number(body.total)
  }
  const byCheckpoint: Item[] = []
  for (let from = ''; ; ) {
    const { body } = await tenant.call('GET', `${path}?take=9${from}`)
    byCheckpoint.push(...(body[key] as Item[]))
    if (typeof body.next !== 'string') break
    from = `&from=${encodeURIComponent(body.next)}`
  }
  const ids = byPage.map((item) => item[id])
  expect(byCheckpoint.map((item) => item[id])).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
  return byPage
}

/** What holds in a tenant whatever was sent to it. */
export async function expectInvariants(tenant: TestTenant): Promise<void> {
  const clients = await everyItem(tenant, '/clients', 'clients', 'client_id')
  const apis = await everyItem(tenant, '/resource-servers', 'resource_servers', 'id')
  const grants = await everyItem(tenant, '/client-grants', 'client_grants', 'id')

  const identifiers = apis.map(({ identifier }) => identifier)
  expect(new Set(identifiers).size).toBe(identifiers.length)
  expect(apis.filter(({ is_system }) => is_system)).toHaveLength(1)
  expect(clients.filter(({ global }) => global)).toHaveLength(1)

  const pairs = grants.map(({ client_id, default_for, audience, subject_type }) =>
    JSON.stringify([client_id ?? null, default_for ?? null, audience, subject_type]),
  )
  expect(new Set(pairs).size).toBe(pairs.length)
  const clientIds = new Set(clients.map(({ client_id }) => client_id))
  for (const { client_id, default_for, audience } of grants) {
    expect(identifiers).toContain(audience)
    if (default_for === undefined) expect(clientIds).toContain(client_id)
  }
  for (const { client_id } of clients) {
    expect((await tenant.call('GET', `/clients/${client_id}`)).status).toBe(200)
    expect((await tenant.call('GET', `/clients/${client_id}/credentials`)).status).toBe(200)
  }
  for (const { id } of apis) expect((await tenant.call('GET', `/resource-servers/${id}`)).status).toBe(200)
}

/** The way from nothing to a token, and back. */
export async function expectBasics(tenant: TestTenant): Promise<void> {
  const audience = `https://basics.example/${crypto.randomUUID()}`
  const { body: api } = await tenant.call('POST', '/resource-servers', {
    identifier: audience,
    scopes: [{ value: 'read:orders' }],
  })
  const { body: client } = await tenant.call('POST', '/clients', {
    name: 'Basics',
    app_type: 'non_interactive',
  })
  const grant = { client_id: client.client_id, audience, scope: ['read:orders'] }
  expect((await tenant.call('POST', '/client-grants', grant)).status).toBe(201)
  const { client_id, client_secret } = client
  const answer = await fetch(new URL('oauth/token', tenant.issuer), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ grant_type: 'client_credentials', client_id, client_secret, audience }),
  })
  expect(await answer.json()).toMatchObject({ scope: 'read:orders', token_type: 'Bearer' })
  expect((await tenant.call('DELETE', `/clients/${client_id}`)).status).toBe(204)
  expect((await tenant.call('DELETE', `/resource-servers/${api.id}`)).status).toBe(204)
}
