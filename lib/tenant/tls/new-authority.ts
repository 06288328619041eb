import { x509 } from '../x509.ts'
import { nameConstraints, permittedSubtree } from './name-constraints.ts'

/** A certificate and its private key, both PEM. */
export type KeyPair = { cert: string; key: string }

export const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
export const dayMs = 86_400_000

const tenYearsMs = 3652 * dayMs
const constraintsId = '2.5.29.30'

/** A certificate authority that can vouch for `hosts` and, by its name constraints, for nobody else. */
export async function newAuthority(hosts: string[]): Promise<KeyPair> {
  const {
    BasicConstraintsExtension,
    Extension,
    KeyUsageFlags,
    KeyUsagesExtension,
    PemConverter,
    SubjectKeyIdentifierExtension,
    X509CertificateGenerator,
  } = await x509()
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const constraints = nameConstraints(await Promise.all(hosts.map(permittedSubtree)))
  const cert = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=Grantboard local authority',
    notBefore: new Date(Date.now() - dayMs),
    notAfter: new Date(Date.now() + tenYearsMs),
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      // Who steals the key of an authority that developers trust can pose as this tenant and as nobody else.
      new Extension(constraintsId, true, new Uint8Array(constraints)),
    ],
  })
  const key = PemConverter.encode(await crypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY')
  return { cert: cert.toString('pem'), key }
}

/** Whether the authority is good for another month and may vouch for each of `hosts`. */
export async function isUsable({ cert }: KeyPair, hosts: string[]): Promise<boolean> {
  const { X509Certificate } = await x509()
  const authority = new X509Certificate(cert)
  const permitted = Buffer.from(authority.getExtension(constraintsId)?.value ?? new ArrayBuffer())
  const subtrees = await Promise.all(hosts.map(permittedSubtree))
  const isFresh = authority.notAfter.getTime() > Date.now() + 30 * dayMs
  return isFresh && subtrees.every((subtree) => permitted.includes(subtree))
}
