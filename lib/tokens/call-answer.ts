import type { HttpMessage } from './http-message'

/** What an API answered to a call with a token; kept nowhere. */
export type CallAnswer = {
  milliseconds: number
  status: number
  answer: HttpMessage
}
