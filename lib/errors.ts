/** Everything that can go wrong on purpose. Anything else is a bug and reaches the error boundary. */
export type ErrorCode = 'invalid' | 'forbidden' | 'not_found' | 'conflict' | 'rate_limited' | 'unavailable'

/** A failure the person is told about: the message says what happened, to what, and what to do next. */
export class AppError extends Error {
  override name = 'AppError'
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
