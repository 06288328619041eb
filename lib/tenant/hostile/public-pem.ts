import { generateKeyPairSync } from 'node:crypto'

/** A public key that a client could prove itself with. */
export const publicPem = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .publicKey.export({ type: 'spki', format: 'pem' })
  .toString()
