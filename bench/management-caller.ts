import type { BenchContext } from './context.ts'

/**
 * Calls the Management API with every scope: `path` is below `/api/v2/`. Rejects when the tenant refuses.
 */
export async function managementCaller({
  tenantUrl,
  credentials,
}: Pick<BenchContext, 'tenantUrl' | 'credentials'>) {
  const { access_token } = await send<{ access_token: string }>('POST', `${tenantUrl}/oauth/token`, {
    grant_type: 'client_credentials',
    client_id: credentials.TENANT_MANAGEMENT_CLIENT_ID,
    client_secret: credentials.TENANT_MANAGEMENT_CLIENT_SECRET,
    audience: `${tenantUrl}/api/v2/`,
  })
  return <Answer>(method: string, path: string, body?: object) =>
    send<Answer>(method, `${tenantUrl}/api/v2/${path}`, body, access_token)
}

async function send<Answer>(method: string, url: string, body?: object, token?: string): Promise<Answer> {
  const response = await fetch(url, {
    method,
    body: body && JSON.stringify(body),
    headers: {
      ...(body && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
  })
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${await response.text()}`)
  return response.json()
}
