import type { IncomingMessage } from 'node:http'

/**
 * The network address a request came from. An https issuer on a plain connection means a TLS proxy in front: then it
 * is the address that proxy appended; what a caller writes before that is not believed.
 */
export function clientAddress({ socket, headers }: IncomingMessage, issuer: string): string {
  const direct = socket.remoteAddress ?? ''
  const isBehindProxy = issuer.startsWith('https:') && !('encrypted' in socket)
  const forwarded = String(headers['x-forwarded-for'] ?? '')
  return (isBehindProxy && forwarded.split(',').at(-1)?.trim()) || direct
}
