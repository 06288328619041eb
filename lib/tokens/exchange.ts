import type { HttpMessage } from './http-message'

/** Whether the token was signed with the key it should be, or why not. */
export type SignatureCheck = { valid: true; keyId?: string } | { valid: false; because: string }

/** What the tenant answered to a token request; kept nowhere. */
export type Exchange = {
  /** ISO 8601, UTC: when it was asked. */
  at: string
  milliseconds: number
  status: number
  /** As it came, with the token cut short. */
  answer: HttpMessage
  issued?: { token: string; signature: SignatureCheck }
}

/** The members of the answer's body that are text. */
export function refusedWith({ answer }: Exchange): { error?: string; description?: string } {
  const { error, error_description: description } = jsonObject(answer.body) ?? {}
  return {
    error: typeof error === 'string' ? error : undefined,
    description: typeof description === 'string' ? description : undefined,
  }
}

/** The object that the text is in JSON; undefined when it is none. */
export function jsonObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}
