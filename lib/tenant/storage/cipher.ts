import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'

/** Encrypts what must not be readable on the disk. */
export type Cipher = {
  /** `owner` names the row; a ciphertext copied to another row no longer opens. */
  seal(text: string, owner: string): string
  /** Throws when the key, the owner or a single bit differs. */
  open(sealed: string, owner: string): string
  /** From now on seals with the key that `sealed` was sealed with. Throws when that is not one of the keys. */
  sealLike(sealed: string, owner: string): void
}

const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/**
 * AES-256-GCM with a random nonce for each value. `key` has 32 bytes and seals; `otherKeys` reads the others that may
 * open a value, and is called again when a value names a key that is not known yet. A value names its key
 * (`v2.<key>.<…>`) unless it is older than keys had names (`v1.<…>`).
 */
export function createCipher(key: Uint8Array, otherKeys: () => Uint8Array[] = () => []): Cipher {
  // As bytes a key would be prepared anew for each value, which costs more than AES.
  const keys = new Map([key, ...otherKeys()].map((bytes) => [keyName(bytes), createSecretKey(bytes)]))
  let current = keyName(key)

  function named(name: string): KeyObject {
    if (!keys.has(name)) for (const bytes of otherKeys()) keys.set(keyName(bytes), createSecretKey(bytes))
    const found = keys.get(name)
    if (!found) throw new TypeError(`No key ${name}`)
    return found
  }

  /** The text, and the name of the key that opened it. */
  function unseal(sealed: string, owner: string): { text: string; name: string } {
    const [version, ...rest] = sealed.split('.')
    const [name, body] = rest
    if (version === 'v2' && name && body) return { text: decrypt(named(name), body, owner), name }
    if (version !== 'v1' || !name) throw new TypeError(`Not a sealed value: ${owner}`)

    for (const [candidate, secret] of keys) {
      try {
        return { text: decrypt(secret, name, owner), name: candidate }
      } catch {
        // another key, or none
      }
    }
    throw new TypeError(`No key opens ${owner}`)
  }

  return {
    seal: (text, owner) => `v2.${current}.${encrypt(named(current), text, owner)}`,
    open: (sealed, owner) => unseal(sealed, owner).text,
    sealLike(sealed, owner) {
      current = keyNameOf(sealed) ?? unseal(sealed, owner).name
      named(current)
    },
  }
}

/** What a value calls the key it was sealed with; the key can't be told from it. */
export const keyName = (key: Uint8Array) =>
  Buffer.from(hkdfSync('sha256', key, '', 'name of the encryption key', 6)).toString('base64url')

/** The name of the key that a value was sealed with; undefined when it is older than that. */
export const keyNameOf = (sealed: string) => /^v2\.([\w-]{8})\./.exec(sealed)?.[1]

function encrypt(secret: KeyObject, text: string, owner: string): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(algorithm, secret, nonce, { authTagLength: tagBytes })
  cipher.setAAD(Buffer.from(owner))
  const body = [nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]
  return Buffer.concat(body).toString('base64url')
}

function decrypt(secret: KeyObject, text: string, owner: string): string {
  const body = Buffer.from(text, 'base64url')
  const nonce = body.subarray(0, nonceBytes)
  const decipher = createDecipheriv(algorithm, secret, nonce, { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(owner))
  decipher.setAuthTag(body.subarray(-tagBytes))
  const parts = [decipher.update(body.subarray(nonceBytes, -tagBytes)), decipher.final()]
  return Buffer.concat(parts).toString()
}
