import { createPublicKey, type KeyObject } from 'node:crypto'
import { errors, jwtVerify } from 'jose'
import { managementAudience, type Tenant } from '../tenant.ts'
import { ManagementError } from './errors.ts'

/** How long another process's rotation or revocation may go unnoticed. */
const keysFreshForMs = 1000

/** What Auth0 writes into access tokens, and RFC 9068: no logout token or another kind of JWT passes for one. */
const accessTokenTypes = new Set(['JWT', 'at+jwt'])

/** Who calls, as the access token says. */
export type Caller = { clientId: string | undefined; scopes: Set<string>; jti: string | undefined }

/**
 * Reads who calls from the access token in an Authorization header. The token must be an RS256 JWT of this tenant,
 * made for its Management API. Throws Auth0's 400 or 401.
 */
export function authenticator(tenant: Tenant): (authorization: string | undefined) => Promise<Caller> {
  const findKey = verificationKeys(tenant)
  const identifier = managementAudience(tenant.issuer)
  // Auth0's SDKs ask for the https form of the audience, whatever the scheme.
  const audience = [identifier, identifier.replace(/^http:/, 'https:')]

  return async (authorization) => {
    if (!authorization) throw new ManagementError(401, 'Missing authentication')
    const token = authorization.match(/^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i)?.[1]
    if (!token) throw new ManagementError(400, 'Bad HTTP authentication header format', 'Bearer')

    try {
      const { payload, protectedHeader } = await jwtVerify(token, ({ kid }) => findKey(kid), {
        issuer: tenant.issuer,
        audience,
        algorithms: ['RS256'],
        requiredClaims: ['exp'],
      })
      if (!accessTokenTypes.has(protectedHeader.typ ?? '')) throw new ManagementError(401, 'Invalid token')
      return {
        clientId: text(payload.azp) ?? text(payload.client_id),
        scopes: new Set(text(payload.scope)?.split(' ')),
        jti: payload.jti,
      }
    } catch (error) {
      throw refusal(error)
    }
  }
}

const text = (claim: unknown) => (typeof claim === 'string' ? claim : undefined)

function refusal(error: unknown): unknown {
  if (error instanceof errors.JWTExpired) {
    return new ManagementError(401, 'Expired token received for JSON Web Token validation')
  }
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud') {
    return new ManagementError(401, `Bad audience: ${String(error.payload.aud)}`)
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return new ManagementError(401, 'Invalid signature received for JSON Web Token validation')
  }
  return error instanceof errors.JOSEError ? new ManagementError(401, 'Invalid token') : error
}

function verificationKeys({ storage }: Tenant) {
  let keys = new Map<string, KeyObject>()
  let readAt = Number.NEGATIVE_INFINITY

  return async (kid: string | undefined): Promise<KeyObject> => {
    if (performance.now() - readAt > keysFreshForMs) {
      const valid = (await storage.signingKeys.list()).filter(({ revokedAt }) => !revokedAt)
      keys = new Map(valid.map((key) => [key.kid, keys.get(key.kid) ?? createPublicKey(key.cert)]))
      readAt = performance.now()
    }
    const key = keys.get(kid ?? '')
    if (!key) throw new errors.JWKSNoMatchingKey()
    return key
  }
}
