import { request, type TestTenant } from './test-tenant.ts'

const audience = 'urn:orders'

/** For tests: a client that gets tokens which the API's secret signs, so that whatever is sealed is needed for one. */
export async function authorizedClient({ call }: TestTenant) {
  const scopes = [{ value: 'read' }]
  await call('POST', '/resource-servers', { identifier: audience, signing_alg: 'HS256', scopes })
  const { body: client } = await call('POST', '/clients', { name: 'A\u2028B', app_type: 'non_interactive' })
  await call('POST', '/client-grants', { client_id: client.client_id, audience, scope: ['read'] })
  return client
}

/** The status of its request for a token. */
export async function exchangeStatus(issuer: string, client: Record<string, unknown>): Promise<number> {
  const form = {
    grant_type: 'client_credentials',
    client_id: String(client.client_id),
    client_secret: String(client.client_secret),
    audience,
  }
  const body = new URLSearchParams(form)
  return (await request(new URL('oauth/token', issuer), { method: 'POST', body })).status
}
