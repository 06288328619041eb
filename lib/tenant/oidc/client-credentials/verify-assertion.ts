import { createPublicKey } from 'node:crypto'
import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose'
import type { StoredClient } from '../../storage/storage.ts'
import type { Tenant } from '../../tenant.ts'
import { clockTolerance, isFirstUse, isShortLived } from '../assertion.ts'
import { type AssertionCredential, assertionCredentials } from '../assertion-credentials.ts'

/**
 * Whether an assertion is signed by one of the client's keys, made for this tenant and this moment, and not used
 * before. RFC 7523 section 3; `iat` and `kid` may be left out.
 */
export async function verifyAssertion(
  { issuer, storage }: Tenant,
  client: StoredClient,
  assertion: string,
): Promise<boolean> {
  const clientId = client.client_id
  const audience = expectedAudiences(issuer)
  for (const credential of assertionCredentials(client, await storage.clientCredentials.list(clientId))) {
    const claims = await verified(assertion, credential, { clientId, audience })
    if (claims) return isShortLived(claims.exp) && isFirstUse(storage, { clientId, ...claims })
  }
  return false
}

/** Auth0's SDKs make assertions for the https form of the issuer, whatever the scheme. */
const expectedAudiences = (issuer: string) =>
  [issuer, issuer.replace(/^http:/, 'https:')].flatMap((base) => [base, new URL('oauth/token', base).href])

type Expected = { clientId: string; audience: string[] }

async function verified(assertion: string, { kid, alg, pem }: AssertionCredential, expected: Expected) {
  const { clientId, audience } = expected
  try {
    const header = decodeProtectedHeader(assertion)
    if (header.kid !== undefined && header.kid !== kid) return undefined
    const { payload } = await jwtVerify(assertion, createPublicKey(pem), {
      algorithms: [alg],
      issuer: clientId,
      subject: clientId,
      audience,
      clockTolerance,
    })
    return required(payload)
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return undefined
    throw error
  }
}

function required({ jti, exp, iat = 0 }: JWTPayload) {
  const isFromTheFuture = iat > Date.now() / 1000 + clockTolerance
  return jti && typeof jti === 'string' && exp && !isFromTheFuture ? { jti, exp } : undefined
}
