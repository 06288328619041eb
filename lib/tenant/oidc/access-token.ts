import { randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import type { StoredResourceServer, StoredSigningKey } from '../storage/storage.ts'
import { importedKey } from './imported-key.ts'

export type Signer = { issuer: string; currentKey: StoredSigningKey }

/**
 * Signs a machine's access token in the API's dialect, with the API's secret (HS256) or the tenant's current key.
 * https://auth0.com/docs/secure/tokens/access-tokens/access-token-profiles
 */
export async function signAccessToken(
  { issuer, currentKey }: Signer,
  api: StoredResourceServer,
  clientId: string,
  scope: string | undefined,
): Promise<string> {
  const isRfc9068 = api.token_dialect?.startsWith('rfc9068_profile') ?? false
  const iat = Math.floor(Date.now() / 1000)
  const token = new SignJWT({
    iss: issuer,
    sub: `${clientId}@clients`,
    aud: api.identifier,
    iat,
    exp: iat + api.token_lifetime,
    ...(scope && { scope }),
    ...(isRfc9068
      ? { jti: randomUUID(), client_id: clientId }
      : { gty: 'client-credentials', azp: clientId }),
  })
  const alg = api.signing_alg
  const typ = isRfc9068 ? 'at+jwt' : 'JWT'

  if (alg === 'HS256') {
    if (!api.signing_secret) throw new TypeError(`The API ${api.identifier} has no signing secret`)
    return token.setProtectedHeader({ alg, typ }).sign(await importedKey(api.signing_secret, alg))
  }
  const { kid, privateKey } = currentKey
  return token.setProtectedHeader({ alg, typ, kid }).sign(await importedKey(privateKey, alg))
}
