import { BodyError } from './body.ts'

type Refused = {
  status: number
  error: string
  description: string
  uri?: string
  headers?: Record<string, string>
}

/** A refusal of the token endpoint, in Auth0's words and with its statuses. RFC 6749 section 5.2. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: { error: string; error_description: string; error_uri?: string }

  constructor({ status, error, description, uri, headers = {} }: Refused) {
    super(description)
    this.status = status
    this.headers = headers
    this.body = { error, error_description: description, ...(uri && { error_uri: uri }) }
  }
}

export const accessDenied = (description: string) =>
  new Refusal({ status: 403, error: 'access_denied', description })

export const invalidRequest = (description: string) =>
  new Refusal({ status: 400, error: 'invalid_request', description })

export const unauthorized = () =>
  new Refusal({ status: 401, error: 'access_denied', description: 'Unauthorized' })

/** The refusal that a thrown error is; undefined for a failure of the tenant. */
export function asRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (!(error instanceof BodyError)) return undefined
  return new Refusal({ status: error.status, error: 'invalid_request', description: error.message })
}
