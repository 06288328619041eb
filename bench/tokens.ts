import { compare, type Load } from './load.ts'
import { opensslSignatures } from './openssl.ts'
import { startPeer } from './peer.ts'
import { seed } from './seed.ts'
import { signatures } from './signatures.ts'
import { startBenchTenant } from './tenant.ts'

const rounds = 5
const seconds = 4

/**
 * Access tokens a second by client credentials, each issuer a program of its own and all of them loaded in turns:
 * this tenant with all its checks and its log, with one worker and with two, beside a bare oidc-provider and a mock
 * server. Below, what the machine's RSA signatures allow.
 */
export async function measureTokens() {
  const [one, two] = [await startBenchTenant(), await startBenchTenant(['--workers', '2'])]
  const [bareRs, bareHs] = [
    await startPeer('oidc-provider', 'RS256'),
    await startPeer('oidc-provider', 'HS256'),
  ]
  const mock = await startPeer('oauth2-mock-server')
  try {
    const issuers = [
      { issuer: 'Grantboard tenant, 1 worker', alg: 'RS256', ...(await ours(one, 'RS256')) },
      { issuer: 'Grantboard tenant, 2 workers', alg: 'RS256', ...(await ours(two, 'RS256')) },
      { issuer: 'bare oidc-provider', alg: 'RS256', url: bareRs.url, forms: [bareForm] },
      { issuer: 'oauth2-mock-server', alg: 'RS256', url: mock.url, forms: [mockForm] },
      { issuer: 'Grantboard tenant, 1 worker', alg: 'HS256', ...(await ours(one, 'HS256')) },
      { issuer: 'Grantboard tenant, 2 workers', alg: 'HS256', ...(await ours(two, 'HS256')) },
      { issuer: 'bare oidc-provider', alg: 'HS256', url: bareHs.url, forms: [bareForm] },
    ]
    const loads = await compare(issuers, rounds, seconds)
    const perSecond = (issuer: string, alg: string) =>
      loads[issuers.findIndex((row) => row.issuer === issuer && row.alg === alg)]?.perSecond ?? Number.NaN

    return [
      ...issuers.map(({ issuer, alg }, index) => ({
        issuer,
        alg,
        ...shown(loads[index]),
        'of oidc-provider': ratio(loads[index], perSecond('bare oidc-provider', alg)),
        'of 1 worker': ratio(loads[index], perSecond('Grantboard tenant, 1 worker', alg)),
        // It has no HS256, so both are held against its RS256.
        'of mock server': ratio(loads[index], perSecond('oauth2-mock-server', 'RS256')),
      })),
      {
        issuer: 'openssl speed rsa2048, one core',
        alg: 'RS256',
        'tokens/s': opensslSignatures() ?? 'no openssl',
      },
      { issuer: 'RSA signatures by Node.js, all cores', alg: 'RS256', 'tokens/s': await signatures(seconds) },
    ]
  } finally {
    await Promise.all([one, two, bareRs, bareHs, mock].map((program) => program.stop()))
  }
}

const bareForm = {
  grant_type: 'client_credentials',
  client_id: 'client',
  client_secret: 'secret',
  resource: 'https://orders.example/',
  scope: 'read:orders',
}
const mockForm = { grant_type: 'client_credentials', scope: 'read:orders' }

async function ours(tenant: Awaited<ReturnType<typeof startBenchTenant>>, alg: string) {
  const { clientId, clientSecret, audience } = await seed(tenant, alg)
  const form = {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    audience,
  }
  return { url: `${tenant.tenantUrl}/oauth/token`, forms: [form] }
}

const shown = (load: Load | undefined) =>
  load && { 'tokens/s': Math.round(load.perSecond), 'p50 ms': load.p50, 'p99 ms': load.p99 }

const ratio = (load: Load | undefined, base: number) => ((load?.perSecond ?? Number.NaN) / base).toFixed(2)
