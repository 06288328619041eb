import { importPKCS8 } from 'jose'

const capacity = 1000
const imported = new Map<string, Promise<CryptoKey>>()

/**
 * A key ready to sign: a PKCS #8 PEM for RS256, RS512 and PS256, a secret for HS256. Importing costs more than signing,
 * so it is done once per value: a rotated key or a changed secret is simply another entry.
 */
export function importedKey(material: string, alg: string): Promise<CryptoKey> {
  const name = `${alg} ${material}`
  const known = imported.get(name)
  if (known) return known

  if (imported.size >= capacity) imported.clear()
  const key = alg === 'HS256' ? importSecret(material) : importPKCS8(material, alg)
  imported.set(name, key)
  key.catch(() => imported.delete(name))
  return key
}

const importSecret = (secret: string) =>
  crypto.subtle.importKey('raw', new TextEncoder().encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ])
