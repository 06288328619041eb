import type { BenchContext } from './context.ts'

/** An API, a client and a grant between them, made through the Management API. */
export async function seed({ tenantUrl, credentials }: BenchContext) {
  const token = await post<{ access_token: string }>(`${tenantUrl}/oauth/token`, {
    grant_type: 'client_credentials',
    client_id: credentials.TENANT_MANAGEMENT_CLIENT_ID,
    client_secret: credentials.TENANT_MANAGEMENT_CLIENT_SECRET,
    audience: `${tenantUrl}/api/v2/`,
  })
  const create = <Answer>(path: string, body: object) =>
    post<Answer>(`${tenantUrl}/api/v2/${path}`, body, token.access_token)

  const audience = `https://${crypto.randomUUID()}.example/`
  const scopes = [{ value: 'read:orders', description: 'Read orders' }]
  const api = await create<{ id: string }>('resource-servers', {
    name: 'Orders API',
    identifier: audience,
    signing_alg: 'RS256',
    scopes,
  })
  const client = await create<{ client_id: string; client_secret: string }>('clients', {
    name: 'billing-worker',
    app_type: 'non_interactive',
    grant_types: ['client_credentials'],
  })
  await create('client-grants', { client_id: client.client_id, audience, scope: ['read:orders'] })
  return { apiId: api.id, clientId: client.client_id, clientSecret: client.client_secret, audience }
}

async function post<Answer>(url: string, body: object, token?: string): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
  })
  if (!response.ok) throw new Error(`POST ${url} answered ${response.status}: ${await response.text()}`)
  return response.json()
}
