import { randomBytes } from 'node:crypto'
import type { StoredSigningKey } from './storage/storage.ts'
import { x509 } from './x509.ts'

const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
}
const tenYearsMs = 10 * 365.25 * 86_400_000

/** A new RSA-2048 key pair with a certificate that it signed itself, for the host of `issuer`. */
export async function newSigningKey(
  issuer: string,
  state: StoredSigningKey['state'],
): Promise<StoredSigningKey> {
  const { PemConverter, X509CertificateGenerator } = await x509()
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const now = new Date()
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: `CN=${new URL(issuer).hostname}`,
    serialNumber: randomBytes(8).toString('hex'),
    notBefore: now,
    notAfter: new Date(now.getTime() + tenYearsMs),
    keys,
    signingAlgorithm: algorithm,
  })
  return {
    kid: randomBytes(16).toString('base64url').slice(0, 21),
    privateKey: PemConverter.encode(await crypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY'),
    cert: certificate.toString('pem'),
    state,
    since: now.toISOString(),
  }
}

/** A PEM certificate as a PEM bundle of PKCS #7. */
export async function toPkcs7(cert: string): Promise<string> {
  const { PemConverter, X509Certificate, X509Certificates } = await x509()
  return PemConverter.encode(new X509Certificates([new X509Certificate(cert)]).export('raw'), 'PKCS7')
}
