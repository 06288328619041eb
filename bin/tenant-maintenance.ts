import { backUp, restore } from '../lib/tenant/maintenance.ts'
import { rotateKey } from '../lib/tenant/rotate-key.ts'
import { refusing } from './refusing.ts'
import { readMemoryOptions } from './tenant-options.ts'

type Command = (argv: string[]) => Promise<void>

/** What can be done to a tenant while it runs: `npm run tenant -- backup FILE`. */
export const maintenance: Record<string, Command> = {
  async backup(argv) {
    const { words, ...options } = readMemoryOptions(argv, 'FILE')
    const [file = ''] = words
    const rows = await refusing(backUp(options, file))
    console.log(
      `Backed up ${rows} rows to ${file}. Only the encryption key of today opens it: keep that too, elsewhere.`,
    )
  },

  async restore(argv) {
    const { words, ...options } = readMemoryOptions(argv, 'FILE')
    const [file = ''] = words
    const writtenAt = await refusing(restore(options, file))
    console.log(`The tenant is what it was at ${writtenAt}. Everybody has to sign in again.`)
  },

  async 'rotate-key'(argv) {
    const options = readMemoryOptions(argv)
    const resealed = await refusing(rotateKey(options))
    const rest = options.encryptionKey
      ? 'the other keys can be dropped from TENANT_ENCRYPTION_KEY'
      : 'tenant.key holds it alone'
    console.log(`${resealed} values were encrypted anew. The new key opens all of them; ${rest}.`)
  },
}
