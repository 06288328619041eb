import { exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from 'jose'

/** An API as the tenant made it; with the signing secret of an HS256 one. */
export type Api = {
  identifier: string
  signingAlgorithm: string
  scopes: string[]
  signingSecret?: string
}

const kid = 'second-key-of-the-tenant'

/** Signs as the tenant would, with a key that its JWKS holds or with the API's own secret, and as others would. */
export async function makeSigner() {
  const [pair, strange] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')])
  const publicKey = { ...(await exportJWK(pair.publicKey)), kid, alg: 'RS256', use: 'sig' }
  const publicPem = await exportSPKI(pair.publicKey)
  const bytes = (text: string) => new TextEncoder().encode(text)

  const rs256 = (claims: JWTPayload, key = pair.privateKey) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid }).sign(key)
  const hs256 = (claims: JWTPayload, secret: string) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid }).sign(bytes(secret))

  return {
    publicKey,

    /** As the tenant signs for this API. */
    sign: ({ signingSecret }: Api, claims: JWTPayload) =>
      signingSecret ? hs256(claims, signingSecret) : rs256(claims),

    /** With a key of the right kind that is not the tenant's. */
    signAsStranger: ({ signingSecret }: Api, claims: JWTPayload) =>
      signingSecret
        ? hs256(claims, 'a secret that somebody else made up')
        : rs256(claims, strange.privateKey),

    /**
     * With the other algorithm and what an attacker has: for an RS256 API its public key taken for a shared
     * secret, for an HS256 API a token that the tenant signed for an RS256 API (RFC 8725, section 2.1).
     */
    signConfused: ({ signingSecret }: Api, claims: JWTPayload) =>
      signingSecret ? rs256(claims) : hs256(claims, publicPem),

    /** RFC 7519, section 6. */
    unsigned: (claims: JWTPayload) => `${base64url({ alg: 'none', typ: 'JWT' })}.${base64url(claims)}.`,
  }
}

export type Signer = Awaited<ReturnType<typeof makeSigner>>

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
