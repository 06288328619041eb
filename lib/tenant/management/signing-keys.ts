import { X509Certificate } from 'node:crypto'
import type { Management } from 'auth0'
import { newSigningKey, toPkcs7 } from '../new-signing-key.ts'
import type { StoredSigningKey } from '../storage/storage.ts'
import type { Tenant } from '../tenant.ts'
import { inexistent, ManagementError } from './errors.ts'
import type { Call } from './route.ts'

export async function listSigningKeys({ tenant }: Call): Promise<Management.SigningKeys[]> {
  return Promise.all((await tenant.storage.signingKeys.list()).map(view))
}

export async function getSigningKey({ tenant, param }: Call): Promise<Management.SigningKeys> {
  const key = (await tenant.storage.signingKeys.list()).find(({ kid }) => kid === param('kid'))
  if (!key) throw inexistent('signing_key')
  return view(key)
}

export const newNextKey = ({ tenant }: Call) => newSigningKey(tenant.issuer, 'next')

/** The next key signs from now on, the one that did is kept for verification, and `fresh` is the next one. */
export async function rotateSigningKeys(
  { tenant }: Call,
  fresh: StoredSigningKey,
): Promise<Management.RotateSigningKeysResponseContent> {
  const since = new Date().toISOString()
  const keys = await tenant.storage.signingKeys.update((known) => [
    ...known.map((key): StoredSigningKey => {
      if (key.state === 'current') return { ...key, state: 'previous' }
      return key.state === 'next' ? { ...key, state: 'current', since } : key
    }),
    fresh,
  ])
  const current = keys.find(({ state }) => state === 'current') ?? fresh
  return { kid: current.kid, cert: wire(current.cert) }
}

export async function revokeSigningKey(call: Call): Promise<Management.RevokedSigningKeysResponseContent> {
  const { tenant, param } = call
  const keys = await tenant.storage.signingKeys.update((known) =>
    known.map((key) => {
      if (key.kid !== param('kid')) return key
      if (key.state !== 'previous') {
        throw new ManagementError(400, 'Only a previous key can be revoked.', 'operation_not_supported')
      }
      return { ...key, revokedAt: key.revokedAt ?? new Date().toISOString() }
    }),
  )
  const revoked = keys.find(({ kid }) => kid === param('kid'))
  if (!revoked) throw inexistent('signing_key')
  return { kid: revoked.kid, cert: wire(revoked.cert) }
}

/** The certificate that the tenant's tokens are verified with, as every client shows it. */
export async function currentCert(tenant: Tenant): Promise<string> {
  const current = (await tenant.storage.signingKeys.list()).find(({ state }) => state === 'current')
  return wire(current?.cert ?? '')
}

async function view(key: StoredSigningKey): Promise<Management.SigningKeys> {
  const { kid, cert, state, since, revokedAt } = key
  const fingerprint = new X509Certificate(cert).fingerprint
  return {
    kid,
    cert: wire(cert),
    pkcs7: wire(await toPkcs7(cert)),
    current: state === 'current',
    next: state === 'next',
    // Live tenants say so of every key.
    previous: true,
    current_since: since,
    fingerprint,
    thumbprint: fingerprint.replaceAll(':', ''),
    revoked: revokedAt !== undefined,
    ...(revokedAt && { revoked_at: revokedAt }),
  }
}

const wire = (pem: string) => pem.replace(/\r?\n/g, '\r\n')
