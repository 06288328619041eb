import { IncomingMessage } from 'node:http'
import { readBody } from './body.ts'
import { formParameters, jsonParameters, type Parameters } from './parameters.ts'

// As oidc-provider's router takes a path: in any case, and with a slash at the end.
const endpoints = /^\/oauth\/(token|revoke)\/?(\?|$)/i
const limit = 56 * 1024

/** A request in which a client speaks for itself: the endpoint it asks, and what it sent there. */
export type ClientRequest = { endpoint: 'token' | 'revoke'; parameters: Parameters }

/**
 * Reads a client's request to the token or revocation endpoint. Undefined, with the body untouched, for any other
 * request, and for a body that is neither a form nor JSON. Rejects with BodyError.
 */
export async function readClientRequest(request: IncomingMessage): Promise<ClientRequest | undefined> {
  const endpoint = endpoints.exec(request.url ?? '')?.[1]?.toLowerCase()
  const read = readers.find(([type]) => type.test(request.headers['content-type'] ?? ''))?.[1]
  if (request.method !== 'POST' || !endpoint || !read) return undefined

  const parameters = read(await readBody(request, limit))
  return { endpoint: endpoint === 'token' ? 'token' : 'revoke', parameters }
}

const readers = [
  [/^application\/x-www-form-urlencoded\b/i, formParameters],
  [/^application\/json\b/i, jsonParameters],
] as const

/** The same request again, for a reader that expects an unread form in it. */
export function withForm(request: IncomingMessage, { form }: Parameters): IncomingMessage {
  const body = Buffer.from(form)
  const copy = new IncomingMessage(request.socket)
  copy.method = request.method
  copy.url = request.url
  copy.httpVersion = request.httpVersion
  copy.headers = {
    ...request.headers,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(body.length),
    'transfer-encoding': undefined,
  }
  copy.push(body)
  copy.push(null)
  copy.complete = true
  return copy
}
