import { randomUUID } from 'node:crypto'
import { importPKCS8, SignJWT } from 'jose'
import type { StoredResourceServer, StoredSigningKey } from '../storage/storage.ts'
import type { Tenant } from '../tenant.ts'

/**
 * Signs a machine's access token in the API's dialect, with the API's secret (HS256) or the tenant's current key.
 * https://auth0.com/docs/secure/tokens/access-tokens/access-token-profiles
 */
export async function signAccessToken(
  { issuer, storage }: Tenant,
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
    return token.setProtectedHeader({ alg, typ }).sign(new TextEncoder().encode(api.signing_secret))
  }

  const current = (await storage.signingKeys.list()).find(({ state }) => state === 'current')
  if (!current) throw new TypeError('The tenant has no current signing key')
  return token.setProtectedHeader({ alg, typ, kid: current.kid }).sign(await privateKey(current, alg))
}

const imported = new Map<string, Promise<CryptoKey>>()

/** Importing costs more than signing. Kept by value, so a rotated key is another entry; a tenant has a handful. */
function privateKey({ privateKey }: StoredSigningKey, alg: string) {
  const name = `${alg} ${privateKey}`
  const known = imported.get(name) ?? importPKCS8(privateKey, alg)
  imported.set(name, known)
  return known
}
