import type { IncomingMessage } from 'node:http'
import type { StoredClient } from '../../storage/storage.ts'
import type { Parameters } from '../parameters.ts'

/** One request for a token, and what is known about it so far: each step adds what it finds out. */
export type Attempt = {
  request: IncomingMessage
  parameters: Parameters
  /** Who it says it is. */
  clientId?: string
  /** Who it is: set once it has proved itself. */
  client?: StoredClient
  audience?: string
  scope?: string
  jti?: string
  /** What the answer says beside its body, whether it is a token or a refusal. */
  headers: Record<string, string>
}

export const newAttempt = (request: IncomingMessage, parameters: Parameters): Attempt => ({
  request,
  parameters,
  headers: {
    Vary: 'Origin',
    'Access-Control-Allow-Origin': request.headers.origin ?? '*',
    'Access-Control-Expose-Headers': 'WWW-Authenticate',
  },
})
