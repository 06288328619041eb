/** Everything that can go wrong on purpose. Anything else is a bug and reaches the error boundary. */
export type ErrorCode = 'invalid' | 'forbidden' | 'not_found' | 'conflict' | 'rate_limited' | 'unavailable'

/** A failure the person is told about: the message says what happened, to what, and what to do next. */
export class AppError extends Error {
  override name = 'AppError'
  readonly code: ErrorCode
  /** All that Next lets through to error.tsx of an error thrown while a page renders. */
  readonly digest: string

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.digest = `${mark}${JSON.stringify({ code, message })}`
  }
}

const mark = 'AppError '

/** The AppError behind what error.tsx was handed; undefined when it was a bug. */
export function toldIn(error: unknown): { code: ErrorCode; message: string } | undefined {
  if (typeof error !== 'object' || error === null || !('digest' in error)) return undefined
  if (typeof error.digest !== 'string' || !error.digest.startsWith(mark)) return undefined
  return JSON.parse(error.digest.slice(mark.length))
}
