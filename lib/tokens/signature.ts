import 'server-only'
import { compactVerify, createLocalJWKSet, decodeProtectedHeader, errors, type JSONWebKeySet } from 'jose'
import type { SignatureCheck } from './exchange'

type Signer = {
  /** With its trailing slash. */
  issuer: string
  /** The only algorithm that is accepted. */
  algorithm: string
  /** Of an API whose algorithm is HS256. */
  signingSecret?: string
}

/** Whether the token was signed by the tenant for an API with this algorithm; never throws for a bad token. */
export async function verifySignature(token: string, signer: Signer): Promise<SignatureCheck> {
  const options = { algorithms: [signer.algorithm] }
  try {
    if (signer.algorithm.startsWith('HS')) {
      if (!signer.signingSecret)
        return invalid('The tenant shows no signing secret of this API, so it was not verified')
      await compactVerify(token, new TextEncoder().encode(signer.signingSecret), options)
      return { valid: true }
    }
    const { protectedHeader } = await compactVerify(
      token,
      createLocalJWKSet(await keysOf(signer.issuer)),
      options,
    )
    return { valid: true, keyId: protectedHeader.kid }
  } catch (error) {
    return invalid(inWords(error, token, signer))
  }
}

const invalid = (because: string): SignatureCheck => ({ valid: false, because })

/** RFC 8414 has the address in the metadata; Auth0's never differs from this one. */
async function keysOf(issuer: string): Promise<JSONWebKeySet> {
  const response = await fetch(`${issuer}.well-known/jwks.json`, { signal: AbortSignal.timeout(5000) })
  if (!response.ok) throw new Error(`the key set answered ${response.status}`)
  return response.json()
}

function inWords(error: unknown, token: string, { algorithm }: Signer): string {
  if (error instanceof errors.JWSSignatureVerificationFailed)
    return algorithm.startsWith('HS')
      ? 'It was not signed with the API’s signing secret'
      : 'It was not signed with the tenant’s key of that name'
  if (error instanceof errors.JOSEAlgNotAllowed)
    return `It was signed with ${decodeProtectedHeader(token).alg}, and the API takes ${algorithm} only`
  if (error instanceof errors.JWKSNoMatchingKey)
    return `The tenant publishes no key for it. A tenant publishes its keys for RS256, so those of a ${algorithm} API are found only with its flag remove_alg_from_jwks`
  if (error instanceof errors.JOSEError) return 'It is no signed JWT'
  return 'The tenant’s public keys could not be read, so it was not verified'
}
