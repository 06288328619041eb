import { compare, type Load } from './load.ts'
import { keepOnOneCore } from './one-core.ts'
import { opensslSignatures } from './openssl.ts'
import { startPeer } from './peer.ts'
import { seed } from './seed.ts'
import { signatures } from './signatures.ts'
import { startBenchTenant } from './tenant.ts'

const rounds = 5
const seconds = 4

const oneWorker = 'Grantboard tenant, 1 worker'
const onOneCore = 'Grantboard tenant, 1 worker on one core'
const twoWorkers = 'Grantboard tenant, 2 workers'
const bare = 'bare oidc-provider'
const mockServer = 'oauth2-mock-server'

/**
 * Access tokens a second by client credentials, each issuer a program of its own and all of them loaded in turns:
 * this tenant with all its checks and its log, with one worker, with two, and with one that is kept on one core (a
 * worker signs in threads of its own, so one alone can fill two cores), beside a bare oidc-provider and a mock server.
 * Below, what the machine's RSA signatures allow.
 */
export async function measureTokens() {
  const [one, two, pinned] = [
    await startBenchTenant(),
    await startBenchTenant(['--workers', '2']),
    await startBenchTenant(),
  ]
  const isPinned = keepOnOneCore(pinned.pid)
  const [bareRs, bareHs] = [
    await startPeer('oidc-provider', 'RS256'),
    await startPeer('oidc-provider', 'HS256'),
  ]
  const mock = await startPeer('oauth2-mock-server')
  try {
    const tenants = async (alg: string) => [
      { issuer: oneWorker, alg, ...(await ours(one, alg)) },
      ...(isPinned ? [{ issuer: onOneCore, alg, ...(await ours(pinned, alg)) }] : []),
      { issuer: twoWorkers, alg, ...(await ours(two, alg)) },
    ]
    const issuers = [
      ...(await tenants('RS256')),
      { issuer: bare, alg: 'RS256', url: bareRs.url, pid: bareRs.pid, forms: [bareForm] },
      { issuer: mockServer, alg: 'RS256', url: mock.url, pid: mock.pid, forms: [mockForm] },
      ...(await tenants('HS256')),
      { issuer: bare, alg: 'HS256', url: bareHs.url, pid: bareHs.pid, forms: [bareForm] },
    ]
    const loads = await compare(issuers, rounds, seconds)
    const perSecond = (issuer: string, alg: string) =>
      loads[issuers.findIndex((row) => row.issuer === issuer && row.alg === alg)]?.perSecond ?? Number.NaN

    return [
      ...issuers.map(({ issuer, alg }, index) => ({
        issuer,
        alg,
        ...shown(loads[index]),
        'of oidc-provider': ratio(loads[index], perSecond(bare, alg)),
        'of 1 worker': ratio(loads[index], perSecond(oneWorker, alg)),
        'of 1 on one core': ratio(loads[index], perSecond(onOneCore, alg)),
        // It has no HS256, so both are held against its RS256.
        'of mock server': ratio(loads[index], perSecond(mockServer, 'RS256')),
      })),
      {
        issuer: 'openssl speed rsa2048, one core',
        alg: 'RS256',
        'tokens/s': opensslSignatures() ?? 'no openssl',
      },
      { issuer: 'RSA signatures by Node.js, all cores', alg: 'RS256', 'tokens/s': await signatures(seconds) },
    ]
  } finally {
    await Promise.all([one, two, pinned, bareRs, bareHs, mock].map((program) => program.stop()))
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
  return { url: `${tenant.tenantUrl}/oauth/token`, pid: tenant.pid, forms: [form] }
}

const shown = (load: Load | undefined) =>
  load && {
    'tokens/s': Math.round(load.perSecond),
    'p50 ms': load.p50,
    'p99 ms': load.p99,
    'CPU ms a token': load.cpuMs.toFixed(3),
  }

const ratio = (load: Load | undefined, base: number) => ((load?.perSecond ?? Number.NaN) / base).toFixed(2)
