import { decode } from 'jose/base64url'

/** A JWT without any of it being verified. */
export type DecodedToken = { header: Record<string, unknown>; claims: Record<string, unknown> }

export type Decoding =
  | { token: DecodedToken }
  | { token?: undefined; because: 'opaque' | 'encrypted' | 'broken' }

/** Reads a token's header and claims; any text is taken, and nothing is thrown. RFC 7519, RFC 7516 for encrypted ones. */
export function decodeToken(text: string): Decoding {
  const parts = text.split('.')
  if (parts.length === 5 && objectIn(parts[0])?.enc) return { because: 'encrypted' }
  if (parts.length !== 3) return { because: parts.length === 1 ? 'opaque' : 'broken' }
  const [header, claims] = [objectIn(parts[0]), objectIn(parts[1])]
  return header && claims ? { token: { header, claims } } : { because: 'broken' }
}

function objectIn(part = ''): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(decode(part)))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}

/** A claim that holds a time, as a date; undefined when it is no time. */
export function timeIn({ claims }: DecodedToken, name: 'iat' | 'exp' | 'nbf'): Date | undefined {
  const seconds = claims[name]
  if (typeof seconds !== 'number') return undefined
  const date = new Date(seconds * 1000)
  return Number.isNaN(date.getTime()) ? undefined : date
}

/** The scopes in a token: RFC 8693 section 4.2, and the list that some issuers use instead. */
export function scopesIn({ claims: { scope } }: DecodedToken): string[] {
  const texts = Array.isArray(scope) ? scope.filter((value) => typeof value === 'string') : [scope]
  return texts.flatMap((text) => (typeof text === 'string' ? text.split(' ') : [])).filter(Boolean)
}
