import { z } from 'zod'
import { formats, sized } from './formats.ts'

const name = z.string().max(128).optional()
const subjectDn = z.string().min(1).max(256).optional()
const certificatePem = z.string().min(1).max(4096)

const publicKey = {
  name,
  pem: z.string(),
  alg: z.enum(['RS256', 'RS384', 'PS256']).optional(),
  parse_expiry_from_cert: z.boolean().optional(),
  expires_at: formats.dateTime.optional(),
  kid: z
    .string()
    .regex(/^([0-9a-zA-Z-_]{10,64})$/)
    .optional(),
}

/** A key that comes with the client it is made for. */
export const publicKeyCredential = z.strictObject({
  credential_type: z.literal('public_key'),
  ...publicKey,
})
export const subjectDnCredential = z.strictObject({
  credential_type: z.literal('cert_subject_dn'),
  name,
  subject_dn: subjectDn,
  pem: certificatePem.optional(),
})
export const certificateCredential = z.strictObject({
  credential_type: z.literal('x509_cert'),
  name,
  pem: certificatePem,
})

export const createCredential = z.strictObject({
  ...publicKey,
  credential_type: z.enum(['public_key', 'cert_subject_dn', 'x509_cert']),
  pem: publicKey.pem.optional(),
  subject_dn: subjectDn,
})
export type CreateCredential = z.output<typeof createCredential>

export const updateCredential = sized(
  z.strictObject({ expires_at: formats.dateTime.nullable().optional() }),
  1,
)

/** A credential that the client has already. */
export const credentialId = z.strictObject({ id: formats.credentialId })
