import { request } from '../lib/tenant/test-tenant.ts'
import type { knownCredentials } from './known-credentials.ts'

type Credentials = ReturnType<typeof knownCredentials>

/** For tests: asks a tenant that runs as a program of its own, as the client that may do everything. */
export function tenantCaller(url: string, credentials: Credentials, issuer = `${url}/`) {
  const { TENANT_MANAGEMENT_CLIENT_ID: id, TENANT_MANAGEMENT_CLIENT_SECRET: secret } = credentials

  const exchange = (client_id: unknown, client_secret: unknown, audience: string) =>
    request(new URL('/oauth/token', url), {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: String(client_id),
        client_secret: String(client_secret),
        audience,
      }),
    })
  const managementToken = async () =>
    String((await exchange(id, secret, new URL('/api/v2/', issuer).href)).body.access_token)
  let bearer: Promise<string> | undefined

  /** `path` is below `/api/v2`; `token` is by default one with every scope. */
  const call = async (method: string, path: string, body?: unknown, token?: string) => {
    bearer ??= managementToken()
    return request(new URL(`/api/v2${path}`, url), {
      method,
      headers: { authorization: `Bearer ${token ?? (await bearer)}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  }
  /** All objects of a list, however long; `path` may have a query. */
  const list = async (path: string, key: string) => {
    const items: Record<string, unknown>[] = []
    for (let page = 0; ; page++) {
      const paging = `${path.includes('?') ? '&' : '?'}include_totals=true&per_page=100&page=${page}`
      const { body } = await call('GET', path + paging)
      const found = body[key]
      if (!Array.isArray(found) || found.length === 0) return items
      items.push(...found)
    }
  }
  return { exchange, managementToken, call, list }
}
