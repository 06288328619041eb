import type { IncomingMessage } from 'node:http'
import { decodeJwt } from 'jose'
import type { Parameters } from '../parameters.ts'
import { invalidRequest, unauthorized } from '../refusal.ts'

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** Who a client says it is and what it proves that with, RFC 6749 section 2.3 and RFC 7523 section 2.2. */
export type Presented = { clientId: string; secret?: string; assertion?: string }

/** Reads what a client presents, none of it checked yet. Throws a Refusal (400) for more than one proof or identity. */
export function presented({ headers }: IncomingMessage, { get }: Parameters): Presented {
  const [secret, assertion] = [get('client_secret'), get('client_assertion')]
  const { authorization } = headers
  if ([secret, assertion, authorization].filter((proof) => proof !== undefined).length > 1) {
    throw invalidRequest('client authentication must only be provided using one mechanism')
  }

  const proof: Partial<Presented> = authorization
    ? fromBasic(authorization)
    : assertion
      ? fromAssertion(get)
      : { secret }
  const clientId = get('client_id') ?? proof.clientId
  if (!clientId) throw missing('client_id')
  if (proof.clientId && proof.clientId !== clientId) throw invalidRequest('client_id mismatch')
  return { ...proof, clientId }
}

/** Like `presented`, but undefined instead of a Refusal. */
export function presentedOrNot(request: IncomingMessage, parameters: Parameters): Presented | undefined {
  try {
    return presented(request, parameters)
  } catch {
    return undefined
  }
}

const missing = (parameter: string) => invalidRequest(`Missing required parameter: ${parameter}`)

/** RFC 6749 section 2.3.1: both halves are form-encoded before they become Base64. */
function fromBasic(authorization: string): Presented {
  const encoded = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(authorization)?.[1]
  if (!encoded) throw invalidRequest('invalid authorization header value format')

  const [, clientId = '', secret = ''] =
    /^([^:]+):(.+)$/s.exec(Buffer.from(encoded, 'base64').toString()) ?? []
  const decoded = { clientId: decode(clientId), secret: decode(secret) }
  if (decoded.clientId && decoded.secret) return decoded
  throw invalidRequest('client_id and client_secret must be provided in the Authorization header')
}

function decode(text: string): string {
  try {
    const decoded = decodeURIComponent(text.replaceAll('+', ' '))
    if (!decoded.includes('\0')) return decoded
  } catch {
    // Said below, as for a NUL.
  }
  throw invalidRequest('client_id and client_secret in the authorization header are not properly encoded')
}

function fromAssertion(get: Parameters['get']): Presented {
  const [assertion, type] = [get('client_assertion') ?? '', get('client_assertion_type')]
  if (!type) throw missing('client_assertion_type')
  if (type !== assertionType) throw invalidRequest(`client_assertion_type must have value ${assertionType}`)

  const clientId = subject(assertion)
  if (!clientId) throw unauthorized()
  return { clientId, assertion }
}

function subject(assertion: string): string | undefined {
  try {
    const { sub } = decodeJwt(assertion)
    return typeof sub === 'string' && !sub.includes('\0') ? sub : undefined
  } catch {
    throw invalidRequest('invalid client_assertion format')
  }
}
