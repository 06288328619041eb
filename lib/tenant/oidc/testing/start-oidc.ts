import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEventLog } from '../../event-log.ts'
import { newSigningKey } from '../../new-signing-key.ts'
import { openStorage } from '../../storage/open.ts'
import type { NewLog, Storage, StoredClient, StoredResourceServer } from '../../storage/storage.ts'
import { managementAudience } from '../../tenant.ts'
import { createOidc } from '../oidc.ts'
import { hashPassword } from '../password.ts'

/** For tests: the OIDC half on a real database and a real port, with one of everything in it. */
export async function startOidc(options: { port?: number; issuer?: string; databaseUrl?: string } = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'oidc-'))
  const { databaseUrl } = options
  const storage = await openStorage({ dataDir, databaseUrl, encryptionKey: new Uint8Array(32) })
  const server = createServer()
  await new Promise<void>((ready) => server.listen(options.port ?? 0, 'localhost', ready))
  const address = `http://localhost:${(server.address() as AddressInfo).port}/`
  const issuer = options.issuer ?? address

  await seed(storage, issuer)
  const log = restartableLog(storage)
  server.on('request', await createOidc({ issuer, storage, events: log, cookieKeys: ['c'.repeat(32)] }))

  /** The log of events so far, oldest first. */
  async function events(type: string, clientId: string) {
    await log.restart()
    const items = await storage.logs.list({ field: 'type', value: type }, { take: 100 })
    return items.filter(({ client_id }) => client_id === clientId)
  }

  const stop = async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
    await log.close()
    await storage.close()
    rmSync(dataDir, { recursive: true })
  }
  return { address, issuer, dataDir, storage, events, stop }
}

/** An event log that can be made to write now, by ending and beginning again. */
function restartableLog(storage: Storage) {
  let log = openEventLog(storage)
  return {
    note: (entry: NewLog) => log.note(entry),
    close: () => log.close(),
    async restart() {
      await log.close()
      log = openEventLog(storage)
    },
  }
}

export const password = 'correct horse battery'
export const callback = 'http://localhost:4299/callback'
export const signedOut = 'http://localhost:4299/signed-out'
export const signingSecret = 'a-signing-secret-of-some-length-1'

async function seed(storage: Storage, issuer: string) {
  await storage.signingKeys.insert(await newSigningKey(issuer, 'current'))
  await storage.users.insert({
    user_id: 'auth0|ada',
    email: 'ada@example.com',
    email_verified: true,
    name: 'Ada',
    passwordHash: await hashPassword(password),
  })
  await storage.clients.insert(client({ client_id: 'worker' }))
  await storage.clients.insert(client({ client_id: 'stranger' }))
  await storage.clients.insert(client({ client_id: 'codeonly', grant_types: ['authorization_code'] }))
  await storage.clients.insert(client({ client_id: 'open', token_endpoint_auth_method: 'none' }))
  await storage.clients.insert(client({ client_id: 'spa', token_endpoint_auth_method: 'none', ...web }))
  await storage.clients.insert(client({ client_id: 'dashboard', name: 'Grantboard', ...web }))
  await storage.clients.insert(client({ client_id: 'partner', is_first_party: false, ...web }))

  const scopes = ['read:orders', 'write:orders', 'read:secrets'].map((value) => ({ value }))
  await storage.resourceServers.insert(api({ identifier: 'https://orders.example', scopes }))
  await storage.resourceServers.insert(
    api({ identifier: 'urn:hs256', signing_alg: 'HS256', signing_secret: signingSecret, scopes }),
  )
  await storage.resourceServers.insert(
    api({ identifier: managementAudience(issuer), is_system: true, scopes: [{ value: 'read:clients' }] }),
  )
  await grant(storage, 'https://orders.example', { scope: ['read:orders', 'write:orders', 'gone:orders'] })
  await grant(storage, 'urn:hs256', { allow_all_scopes: true })
  await grant(storage, managementAudience(issuer), { scope: ['read:clients'] })
}

const web = {
  grant_types: ['authorization_code', 'refresh_token'],
  callbacks: [callback],
  allowed_logout_urls: [signedOut],
  web_origins: ['http://localhost:4299'],
}

export const client = (client: Partial<StoredClient> & { client_id: string }): StoredClient => ({
  name: client.client_id,
  global: false,
  client_secret: `${client.client_id}-secret`,
  is_first_party: true,
  grant_types: ['client_credentials'],
  token_endpoint_auth_method: 'client_secret_post',
  ...client,
})

let apis = 0
const api = (api: Partial<StoredResourceServer> & { identifier: string }): StoredResourceServer => ({
  id: (apis++).toString(16).padStart(24, '0'),
  signing_alg: 'RS256',
  token_lifetime: 86400,
  ...api,
})

let grants = 0
const grant = (storage: Storage, audience: string, grant: { scope?: string[]; allow_all_scopes?: boolean }) =>
  storage.clientGrants.insert({
    id: `cgr_${(grants++).toString().padStart(16, '0')}`,
    client_id: 'worker',
    audience,
    subject_type: 'client',
    ...grant,
  })
