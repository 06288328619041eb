import type { Reason } from '../predict'
import type { TokenApi, TokenClient } from '../token'

/** What a pasted text was taken for, and what is to be said of it; the worst first. */
export type Explanation = {
  of: 'answer' | 'request' | 'token'
  findings: Reason[]
}

/** What is known of the tenant without asking it. */
export type Known = {
  /** With its trailing slash. */
  issuer: string
  api: TokenApi
  clients: TokenClient[]
  /** Whether `clients` are all that the tenant has. */
  complete: boolean
  /** The client that is tested. */
  client?: TokenClient
  /** The scope that the call needs; empty when nobody said. */
  need: string
  now: Date
  /** IANA name; the machine's own without it. */
  timeZone?: string
}
