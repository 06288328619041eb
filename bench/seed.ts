import type { BenchContext } from './context.ts'
import { managementCaller } from './management-caller.ts'

/** An API, a client and a grant between them, made through the Management API. */
export async function seed(context: Pick<BenchContext, 'tenantUrl' | 'credentials'>, signing_alg = 'RS256') {
  const call = await managementCaller(context)
  const audience = `https://${crypto.randomUUID()}.example/`
  const api = await call<{ id: string }>('POST', 'resource-servers', {
    name: 'Orders API',
    identifier: audience,
    signing_alg,
    scopes: [{ value: 'read:orders', description: 'Read orders' }],
  })
  const client = await call<{ client_id: string; client_secret: string }>('POST', 'clients', {
    name: 'billing-worker',
    app_type: 'non_interactive',
    grant_types: ['client_credentials'],
  })
  await call('POST', 'client-grants', { client_id: client.client_id, audience, scope: ['read:orders'] })
  return { apiId: api.id, clientId: client.client_id, clientSecret: client.client_secret, audience }
}
