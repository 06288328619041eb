import { IncomingMessage } from 'node:http'
import { BodyError, readBody } from './body.ts'

const jsonEndpoints = ['/oauth/token', '/oauth/revoke']
const limit = 56 * 1024

/**
 * Auth0 takes JSON where RFC 6749 knows forms only. A JSON request to the token or revocation endpoint comes back as
 * the same request with a form in it; any other request comes back untouched. Rejects with BodyError.
 */
export async function withFormBody(request: IncomingMessage): Promise<IncomingMessage> {
  const path = request.url?.split('?')[0] ?? ''
  const isJson = /^application\/json\b/i.test(request.headers['content-type'] ?? '')
  if (request.method !== 'POST' || !isJson || !jsonEndpoints.includes(path)) return request

  const form = Buffer.from(asForm(await readJson(request)).toString())
  const copy = new IncomingMessage(request.socket)
  copy.method = request.method
  copy.url = request.url
  copy.httpVersion = request.httpVersion
  copy.headers = {
    ...request.headers,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(form.length),
    'transfer-encoding': undefined,
  }
  copy.push(form)
  copy.push(null)
  copy.complete = true
  return copy
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const body = await readBody(request, limit)
  try {
    return JSON.parse(body)
  } catch {
    throw new BodyError(400, 'The request body is not valid JSON')
  }
}

function asForm(body: unknown) {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new BodyError(400, 'The request body must be a JSON object')

  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(body)) {
    if (value === null) continue
    if (typeof value === 'object') throw new BodyError(400, `Invalid parameter: ${name}`)
    form.append(name, String(value))
  }
  return form
}
