import { randomUUID } from 'node:crypto'
import { exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import type { StoredClientCredential } from '../../storage/storage.ts'
import { client, type startOidc } from './start-oidc.ts'

type TestTenant = Pick<Awaited<ReturnType<typeof startOidc>>, 'issuer' | 'storage'>
type Algorithm = 'RS256' | 'RS384' | 'PS256'

/** For tests: a client that authenticates with keys of its own (`private_key_jwt`). */
export async function keyClient({ issuer, storage }: TestTenant, client_id: string, grant_types: string[]) {
  await storage.clients.insert(
    client({
      client_id,
      client_secret: undefined,
      token_endpoint_auth_method: undefined,
      client_authentication_methods: { private_key_jwt: { credentials: [] } },
      callbacks: ['http://localhost:4299/callback'],
      grant_types,
    }),
  )

  /** Another key pair, registered and enabled unless `isEnabled` says otherwise; returns what signs with it. */
  async function addKey(alg: Algorithm, more: Partial<StoredClientCredential> = {}, isEnabled = true) {
    const { publicKey, privateKey } = await generateKeyPair(alg)
    const id = `cred_${randomUUID()}`
    const kid = `kid-${randomUUID()}`
    const pem = await exportSPKI(publicKey)
    await storage.clientCredentials.insert(client_id, {
      id,
      kid,
      alg,
      pem,
      credential_type: 'public_key',
      ...more,
    })
    if (isEnabled) await enable(id)

    const sign = (changes: JWTPayload = {}, header: { alg?: string; kid?: string } = { kid }) => {
      const now = Math.floor(Date.now() / 1000)
      const claims = {
        iss: client_id,
        sub: client_id,
        aud: issuer,
        jti: randomUUID(),
        iat: now,
        exp: now + 60,
      }
      return new SignJWT({ ...claims, ...changes }).setProtectedHeader({ alg, ...header }).sign(privateKey)
    }
    return { id, kid, privateKey, sign }
  }

  const enable = (id: string) =>
    storage.clients.update(client_id, (current) => ({
      ...current,
      client_authentication_methods: {
        private_key_jwt: {
          credentials: [
            ...(current.client_authentication_methods?.private_key_jwt?.credentials ?? []),
            { id },
          ],
        },
      },
    }))

  return { client_id, addKey }
}

/** How an assertion is presented, RFC 7523 section 2.2. */
export const presenting = (assertion: string) => ({
  client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  client_assertion: assertion,
})
