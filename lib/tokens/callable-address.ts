import 'server-only'
import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { AppError } from '../errors'
import { isLoopbackName } from '../loopback'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')
loopback.addSubnet('64:ff9b::7f00:0', 104, 'ipv6') // the same through NAT64, RFC 6052

/** Where clouds keep the credentials of the machine, and what is no single machine: never called, whoever asks. */
const never = new BlockList()
never.addSubnet('0.0.0.0', 8, 'ipv4')
never.addSubnet('169.254.0.0', 16, 'ipv4') // link-local, and the metadata service of most clouds
never.addAddress('100.100.100.200', 'ipv4') // Alibaba Cloud
never.addAddress('168.63.129.16', 'ipv4') // Azure
never.addAddress('192.0.0.192', 'ipv4') // Oracle Cloud
never.addSubnet('224.0.0.0', 3, 'ipv4') // multicast, reserved, broadcast
never.addAddress('::', 'ipv6')
never.addSubnet('fe80::', 10, 'ipv6')
never.addAddress('fd00:ec2::254', 'ipv6') // AWS
never.addAddress('fd20:ce::254', 'ipv6') // Google Cloud
never.addSubnet('ff00::', 8, 'ipv6')
never.addSubnet('64:ff9b::a9fe:0', 112, 'ipv6')
never.addSubnet('2002::', 16, 'ipv6') // 6to4, which any IPv4 address hides in

export type CallableAddress = { address: string; family: 4 | 6 }

/**
 * The one address that a URL's host name may be called at. Throws an AppError when it has none, or when any of those
 * it has is link-local, a metadata service, or this machine without being named so.
 */
export async function callableAddress(hostname: string): Promise<CallableAddress> {
  const addresses = await resolve(hostname)
  for (const { address } of addresses) {
    if (!isCallable(address, isLoopbackName(hostname)))
      throw new AppError(
        'forbidden',
        `${hostname} is ${address}, an address that tokens are never sent to. Nothing was sent.`,
      )
  }
  const [first] = addresses
  if (first) return first
  throw new AppError('unavailable', `${hostname} has no address. Nothing was sent.`)
}

async function resolve(hostname: string): Promise<CallableAddress[]> {
  const literal = hostname.replace(/^\[|\]$/g, '')
  const family = isIP(literal)
  if (family) return [{ address: literal, family: family === 4 ? 4 : 6 }]
  try {
    const found = await lookup(hostname, { all: true })
    return found.map(({ address, family }) => ({ address, family: family === 4 ? 4 : 6 }))
  } catch (cause) {
    throw new AppError('unavailable', `There is no host ${hostname}. Nothing was sent.`, { cause })
  }
}

/** Whether tokens may be sent to an IP address; to this machine only where its name says that it is. */
export function isCallable(address: string, namedLoopback: boolean): boolean {
  const family = isIP(address) === 4 ? 'ipv4' : 'ipv6'
  if (never.check(address, family)) return false
  return namedLoopback || !loopback.check(address, family)
}
