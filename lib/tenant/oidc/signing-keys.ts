import { createHash, createPrivateKey, X509Certificate } from 'node:crypto'
import type { StoredSigningKey } from '../storage/storage.ts'

/** The keys that may sign or verify, the one that signs now first. */
export const activeKeys = (keys: StoredSigningKey[]) =>
  keys
    .filter(({ revokedAt }) => !revokedAt)
    .sort((a, b) => Number(b.state === 'current') - Number(a.state === 'current'))

/** A key as Auth0 publishes it at `/.well-known/jwks.json`, RFC 7517 section 4. */
export function publicJwk({ kid, cert }: StoredSigningKey) {
  const { publicKey, raw } = new X509Certificate(cert)
  const { n, e } = publicKey.export({ format: 'jwk' })
  return {
    kty: 'RSA',
    use: 'sig',
    n,
    e,
    kid,
    x5t: createHash('sha1').update(raw).digest('base64url'),
    x5c: [raw.toString('base64')],
    alg: 'RS256',
  }
}

/** A key as oidc-provider takes it, to sign and check ID tokens. */
export const privateJwk = ({ kid, privateKey }: StoredSigningKey) => ({
  ...createPrivateKey(privateKey).export({ format: 'jwk' }),
  kid,
  alg: 'RS256',
  use: 'sig',
})
