import { createPublicKey, X509Certificate } from 'node:crypto'
import { calculateJwkThumbprint } from 'jose'
import type { z } from 'zod'
import type { Storage, StoredClientCredential } from '../storage/storage.ts'
import type { CreateCredential, updateCredential } from './client-credential-schema.ts'
import { refuseTooMany, usesKey } from './client-rules.ts'
import type { CreateClient } from './client-schema.ts'
import { inexistent, invalidBody, ManagementError } from './errors.ts'
import { newCredentialId } from './ids.ts'
import type { Call } from './route.ts'

export async function listCredentials({ tenant, param }: Call) {
  await requireClient(tenant.storage, param('client_id'))
  const credentials = await tenant.storage.clientCredentials.list(param('client_id'))
  // Live tenants list keys by their kid.
  const byKid = ({ kid: a = '' }: StoredClientCredential, { kid: b = '' }: StoredClientCredential) =>
    Number(a > b) - Number(a < b)
  return credentials.sort(byKid).map(view)
}

export async function getCredential({ tenant, param }: Call) {
  await requireClient(tenant.storage, param('client_id'))
  const credential = await tenant.storage.clientCredentials.find(param('client_id'), param('id'))
  if (!credential) throw inexistent('credential')
  return view(credential)
}

export async function createCredential({ tenant, param, body }: Call<undefined, CreateCredential>) {
  const clientId = param('client_id')
  return tenant.storage.transaction(async (storage) => {
    await requireClient(storage, clientId)
    const credential = await toCredential(body)
    await insertCredential(storage, clientId, credential)
    return view(credential)
  })
}

export async function updateCredentialExpiry(call: Call<undefined, z.output<typeof updateCredential>>) {
  const { tenant, param, body } = call
  await requireClient(tenant.storage, param('client_id'))
  const updated = await tenant.storage.clientCredentials.update(
    param('client_id'),
    param('id'),
    (current) => {
      const { expires_at: _, ...rest } = current
      return { ...rest, ...(body.expires_at && { expires_at: iso(body.expires_at) }), updated_at: iso() }
    },
  )
  if (!updated) throw inexistent('credential')
  return view(updated)
}

export async function deleteCredential({ tenant, param }: Call): Promise<void> {
  await tenant.storage.transaction(async (storage) => {
    const client = await storage.clients.find(param('client_id'))
    if (client && usesKey(client, param('id'))) {
      throw new ManagementError(
        400,
        'The credential is in use by the client: take it out of the client first.',
        'operation_not_supported',
      )
    }
    await storage.clientCredentials.delete(param('client_id'), param('id'))
  })
}

/** A client has each key once, and at most two of a type. */
async function insertCredential(storage: Storage, clientId: string, credential: StoredClientCredential) {
  const { credential_type: type, kid } = credential
  const others = (await storage.clientCredentials.list(clientId)).filter(
    ({ credential_type }) => credential_type === type,
  )
  if (kid !== undefined && others.some((other) => other.kid === kid)) {
    throw new ManagementError(409, 'A credential with the same kid already exists.', 'credential_conflict')
  }
  refuseTooMany(others.length + 1)
  await storage.clientCredentials.insert(clientId, credential)
}

/** Stores the keys that come with a new client; what is left of its properties refers to them by id. */
export async function insertCredentials(
  storage: Storage,
  clientId: string,
  given: {
    methods: CreateClient['client_authentication_methods']
    signed_request_object: CreateClient['signed_request_object']
    token_vault_privileged_access: CreateClient['token_vault_privileged_access']
  },
) {
  const store = async (credentials: CreateCredential[]) => {
    const ids: { id: string }[] = []
    for (const item of credentials) {
      const credential = await toCredential(item)
      await insertCredential(storage, clientId, credential)
      ids.push({ id: credential.id })
    }
    return ids
  }
  const { methods, signed_request_object: signed, token_vault_privileged_access: vault } = given
  const [method] = Object.entries(methods ?? {})
  return {
    ...(method && {
      client_authentication_methods: { [method[0]]: { credentials: await store(method[1].credentials) } },
    }),
    ...(signed && {
      signed_request_object: {
        required: signed.required ?? false,
        ...(signed.credentials && { credentials: await store(signed.credentials) }),
      },
    }),
    ...(vault && {
      token_vault_privileged_access: { ...vault, credentials: await store(vault.credentials) },
    }),
  }
}

async function requireClient(storage: Storage, clientId: string) {
  if (!(await storage.clients.find(clientId))) throw inexistent('client')
}

async function toCredential(body: CreateCredential): Promise<StoredClientCredential> {
  const { credential_type, name, pem } = body
  const made = {
    id: newCredentialId(),
    credential_type,
    ...(name !== undefined && { name }),
    created_at: iso(),
    updated_at: iso(),
  }
  if (credential_type === 'cert_subject_dn') {
    const subject_dn = body.subject_dn ?? (pem && readCertificate(pem).subject)
    if (!subject_dn) throw invalidBody(`Payload validation error: 'Missing required property: subject_dn'.`)
    return { ...made, subject_dn }
  }

  if (!pem) throw invalidBody(`Payload validation error: 'Missing required property: pem'.`)
  if (credential_type === 'x509_cert') {
    const certificate = readCertificate(pem)
    const thumbprint_sha256 = Buffer.from(certificate.fingerprint256.replaceAll(':', ''), 'hex').toString(
      'base64url',
    )
    return { ...made, thumbprint_sha256, expires_at: iso(certificate.validTo), pem }
  }

  const expires_at = body.parse_expiry_from_cert ? readCertificate(pem).validTo : body.expires_at
  return {
    ...made,
    kid: body.kid ?? (await thumbprint(pem)),
    alg: body.alg ?? 'RS256',
    ...(expires_at && { expires_at: iso(expires_at) }),
    pem,
  }
}

const view = ({ pem: _, ...shown }: StoredClientCredential) => shown

const iso = (time: string | number = Date.now()) => new Date(time).toISOString()

/** RFC 7638 thumbprint of the RSA public key (2048 bits or more) in a PEM key or certificate. */
export async function thumbprint(pem: string): Promise<string> {
  const key = readable(() => createPublicKey(pem))
  if (key.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048) {
    throw invalidBody('The public key must be an RSA key of 2048 bits or more.')
  }
  return calculateJwkThumbprint(key.export({ format: 'jwk' }))
}

const readCertificate = (pem: string) => readable(() => new X509Certificate(pem))

function readable<T>(read: () => T): T {
  try {
    return read()
  } catch {
    throw invalidBody('The pem property is not a valid PEM public key or certificate.')
  }
}
