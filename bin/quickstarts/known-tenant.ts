import { randomBytes } from 'node:crypto'
import { freePort } from '../free-port.ts'
import { knownCredentials } from '../known-credentials.ts'
import { tenantCaller } from '../tenant-caller.ts'
import { startTenantProcess } from '../tenant-process.ts'
import { startDoor } from './door.ts'
import { type Api, makeSigner } from './signer.ts'

export type Client = { id: string; secret: string }

/** The scopes of an example API that has some; the first that reads guards the route. */
const scopes = ['write:orders', 'read:orders']

/** The embedded tenant as a program of its own behind a door, and what a quickstart needs in it. */
export async function startKnownTenant(folder: string) {
  const port = await freePort()
  const signer = await makeSigner()
  const door = await startDoor(`http://127.0.0.1:${port}`, signer.publicKey)
  const { issuer } = door
  const credentials = knownCredentials()
  const tenant = await startTenantProcess(port, folder, {
    ...credentials,
    TENANT_ISSUER: issuer,
  })
  process.once('exit', () => tenant.child.kill())
  const { call, exchange } = tenantCaller(tenant.url, credentials, issuer)

  async function made(path: string, body: object) {
    const answer = await call('POST', path, body)
    if (answer.status !== 201)
      throw new Error(`POST ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }

  return {
    issuer,
    signer,
    tokenRequestsOf: door.tokenRequestsOf,

    /** An API whose identifier is hard to quote. `lifetime` of its tokens in seconds. */
    async api(algorithm: string, withScopes: boolean, lifetime = 3600): Promise<Api> {
      const api = {
        identifier: `urn:a'b"c\\$d:${algorithm}:${withScopes}:${randomBytes(4).toString('hex')}`,
        signingAlgorithm: algorithm,
        scopes: withScopes ? scopes : [],
      }
      const { signing_secret } = await made('/resource-servers', {
        identifier: api.identifier,
        signing_alg: algorithm,
        token_lifetime: lifetime,
        scopes: api.scopes.map((value) => ({ value })),
      })
      return { ...api, signingSecret: typeof signing_secret === 'string' ? signing_secret : undefined }
    },

    /** A machine that may call the API with these of its scopes. */
    async client({ identifier }: Api, scope: string[]): Promise<Client> {
      const { client_id, client_secret } = await made('/clients', {
        name: 'Caller',
        app_type: 'non_interactive',
      })
      await made('/client-grants', { client_id, audience: identifier, scope })
      return { id: String(client_id), secret: String(client_secret) }
    },

    async token({ id, secret }: Client, { identifier }: Api): Promise<string> {
      const { body } = await exchange(id, secret, identifier)
      if (typeof body.access_token !== 'string') throw new Error(`No token: ${JSON.stringify(body)}`)
      return body.access_token
    },

    async stop() {
      await tenant.stop()
      door.close()
    },
  }
}

export type KnownTenant = Awaited<ReturnType<typeof startKnownTenant>>
