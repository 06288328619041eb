import { randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import type { StoredResourceServer, StoredSigningKey } from '../storage/storage.ts'
import { importedKey } from './imported-key.ts'

type Grantee = { clientId: string; scope: string }
type Signer = { issuer: string; currentKey: StoredSigningKey }

/** A machine's access token; `jti` where its dialect has one. */
export type AccessToken = { token: string; jti?: string }

/**
 * Signs a machine's access token in the API's dialect, with the API's secret (HS256) or the tenant's current key.
 * https://auth0.com/docs/secure/tokens/access-tokens/access-token-profiles
 */
export async function signAccessToken(
  api: StoredResourceServer,
  { clientId, scope }: Grantee,
  { issuer, currentKey }: Signer,
): Promise<AccessToken> {
  const { signing_alg: alg, token_dialect: dialect = 'access_token' } = api
  const isRfc9068 = dialect.startsWith('rfc9068_profile')
  const jti = isRfc9068 ? randomUUID() : undefined
  const iat = Math.floor(Date.now() / 1000)

  const claims = {
    iss: issuer,
    sub: `${clientId}@clients`,
    aud: api.identifier,
    iat,
    exp: iat + api.token_lifetime,
    ...(scope && { scope }),
    ...(isRfc9068 ? { jti, client_id: clientId } : { gty: 'client-credentials', azp: clientId }),
    // Role-based access control puts them beside the scopes, https://auth0.com/docs/get-started/apis/enable-role-based-access-control-for-apis
    ...(dialect.endsWith('_authz') && api.enforce_policies && { permissions: words(scope) }),
  }
  const typ = isRfc9068 ? 'at+jwt' : 'JWT'
  const { material, kid } = signingMaterial(api, currentKey)
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg, typ, ...(kid && { kid }) })
    .sign(await importedKey(material, alg))
  return { token, jti }
}

function signingMaterial(
  { signing_alg, signing_secret, identifier }: StoredResourceServer,
  key: StoredSigningKey,
) {
  if (signing_alg !== 'HS256') return { material: key.privateKey, kid: key.kid }
  if (!signing_secret) throw new TypeError(`The API ${identifier} has no signing secret`)
  return { material: signing_secret, kid: undefined }
}

const words = (scope: string) => scope.split(' ').filter(Boolean)
