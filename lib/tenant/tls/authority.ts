import { createPrivateKey, X509Certificate } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { StartUpError } from '../start-up-error.ts'
import { isUsable, type KeyPair, newAuthority } from './new-authority.ts'

/** A certificate authority and the file that clients trust it by. */
export type Authority = KeyPair & { caFile: string }

/**
 * The local authority in `<dataDir>/tls`, made when there is none, when it ends within a month or when it may not
 * vouch for `hosts`. Its private key (0600) never leaves that folder. Rejects with a StartUpError when the folder
 * can't be used or holds something else.
 */
export async function openAuthority(dataDir: string, hosts: string[]): Promise<Authority> {
  const folder = resolve(dataDir, 'tls')
  try {
    return await openIn(folder, hosts)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new StartUpError(`The local authority in ${folder} can't be used (${error.message}).`, {
      cause: error,
    })
  }
}

async function openIn(folder: string, hosts: string[]): Promise<Authority> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)

  const file = join(folder, 'ca-key.pem')
  let authority = existsSync(file) ? read(file) : undefined
  if (!authority || !(await isUsable(authority, hosts))) {
    const { cert, key } = await newAuthority(hosts)
    const place = authority ? renameSync : linkUnlessThere
    writeWhole(file, `${cert}\n${key}\n`, 0o600, place)
    authority = read(file)
  }
  const caFile = join(folder, 'ca.pem')
  const isPublished = existsSync(caFile) && readFileSync(caFile, 'utf8') === authority.cert
  if (!isPublished) writeWhole(caFile, authority.cert, 0o644, renameSync)
  return { ...authority, caFile }
}

function read(file: string): KeyPair {
  const [cert = '', key = ''] =
    readFileSync(file, 'utf8').match(/-----BEGIN [^-]+-----[^-]+-----END [^-]+-----\n/g) ?? []
  try {
    if (new X509Certificate(cert).checkPrivateKey(createPrivateKey(key))) return { cert, key }
  } catch {
    // Said below, like a key that belongs to another certificate.
  }
  throw new StartUpError(
    `${file} is not a certificate and its key: remove it, and the tenant makes another one.`,
  )
}

/** Readers see the whole file or none of it. */
function writeWhole(file: string, text: string, mode: number, place: (draft: string, file: string) => void) {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, text, { mode, flush: true })
  place(draft, file)
}

/** Of several processes that start in this moment the first one wins, and the others take its file. */
function linkUnlessThere(draft: string, file: string) {
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(draft)
  }
}
