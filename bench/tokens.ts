import autocannon from 'autocannon'
import { OAuth2Server } from 'oauth2-mock-server'
import type { BenchContext } from './context.ts'
import { seed } from './seed.ts'
import { signatures } from './signatures.ts'

const seconds = 5

/** RS256 access tokens a second by client credentials: this tenant, a mock server, and bare RSA signatures as the ceiling. */
export async function measureTokens(context: BenchContext) {
  const { clientId, clientSecret, audience } = await seed(context)
  const ours = await tokensPerSecond(`${context.tenantUrl}/oauth/token`, {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    audience,
  })

  const mock = new OAuth2Server()
  await mock.issuer.keys.generate('RS256')
  await mock.start(0, '127.0.0.1')
  const peer = await tokensPerSecond(`${mock.issuer.url}/token`, {
    grant_type: 'client_credentials',
    scope: 'read:orders',
  })
  await mock.stop()

  const ceiling = await signatures(seconds)
  return [
    { issuer: 'Grantboard tenant (SQLite)', 'tokens/s': ours, ratio: '1.00' },
    { issuer: 'oauth2-mock-server (in memory)', 'tokens/s': peer, ratio: (ours / peer).toFixed(2) },
    { issuer: 'bare RSA-2048 signatures', 'tokens/s': ceiling, ratio: (ours / ceiling).toFixed(2) },
  ]
}

async function tokensPerSecond(url: string, form: Record<string, string>) {
  const result = await autocannon({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
    connections: 20,
    duration: seconds,
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url} refused ${result.non2xx + result.errors} requests`)
  return Math.round(result.requests.average)
}
