import { isIP } from 'node:net'
import { x509 } from '../x509.ts'

/**
 * The DER of one permitted subtree: a DNS name with all names below it, or one IP address. RFC 5280 section 4.2.1.10.
 */
export async function permittedSubtree(host: string): Promise<Buffer> {
  const { GeneralName } = await x509()
  const kind = isIP(host) ? 'ip' : 'dns'
  const name = Buffer.from(new GeneralName(kind, host).rawData)
  if (kind === 'dns') return element(0x30, name)

  // An address is followed by its mask, and the mask of a single address is all ones.
  const address = name.subarray(2)
  return element(0x30, element(0x87, address, Buffer.alloc(address.length, 0xff)))
}

/** The DER of an extension by which an authority can vouch for these subtrees and nothing else. */
export const nameConstraints = (permitted: Buffer[]) => element(0x30, element(0xa0, ...permitted))

function element(tag: number, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content)
  const { length } = body
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), body])
}
