import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto'

/** Encrypts what must not be readable on the disk. */
export type Cipher = {
  /** `owner` names the row; a ciphertext copied to another row no longer opens. */
  seal(text: string, owner: string): string
  /** Throws when the key, the owner or a single bit differs. */
  open(sealed: string, owner: string): string
}

const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16
const version = 'v1.'

/** AES-256-GCM with a random nonce for each value; `key` has 32 bytes. */
export function createCipher(key: Uint8Array): Cipher {
  const secret = createSecretKey(key) // as bytes it would be prepared anew for each value, which costs more than AES
  return {
    seal(text, owner) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv(algorithm, secret, nonce, { authTagLength: tagBytes })
      cipher.setAAD(Buffer.from(owner))
      const body = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return version + body.toString('base64url')
    },
    open(sealed, owner) {
      if (!sealed.startsWith(version)) throw new TypeError(`Not a sealed value: ${owner}`)
      const body = Buffer.from(sealed.slice(version.length), 'base64url')
      const nonce = body.subarray(0, nonceBytes)
      const decipher = createDecipheriv(algorithm, secret, nonce, { authTagLength: tagBytes })
      decipher.setAAD(Buffer.from(owner))
      decipher.setAuthTag(body.subarray(-tagBytes))
      return Buffer.concat([
        decipher.update(body.subarray(nonceBytes, -tagBytes)),
        decipher.final(),
      ]).toString()
    },
  }
}
