import type { ContentfulStatusCode } from 'hono/utils/http-status'

const reasons = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
} satisfies Partial<Record<ContentfulStatusCode, string>>

/** A refusal as the Management API words it: `{ statusCode, error, message, errorCode }`. */
export class ManagementError extends Error {
  override name = 'ManagementError'
  readonly statusCode: keyof typeof reasons
  readonly errorCode: string | undefined

  constructor(statusCode: keyof typeof reasons, message: string, errorCode?: string) {
    super(message)
    this.statusCode = statusCode
    this.errorCode = errorCode
  }

  get body() {
    const { statusCode, message, errorCode } = this
    return { statusCode, error: reasons[statusCode], message, ...(errorCode && { errorCode }) }
  }
}

export const invalidBody = (message: string) => new ManagementError(400, message, 'invalid_body')

const missing = {
  client: 'The client does not exist',
  client_grant: 'The client grant does not exist',
  credential: 'The credential does not exist',
  log: 'The log does not exist',
  resource_server: 'The resource server does not exist',
  role: 'The role does not exist.',
  signing_key: 'The signing key does not exist',
  user: 'The user does not exist.',
}

export const inexistent = (what: keyof typeof missing) =>
  new ManagementError(404, missing[what], `inexistent_${what}`)
