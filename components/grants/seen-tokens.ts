import type { ActionResult } from '@/lib/action-state'
import type { LastToken } from '@/lib/observations/last-token'

/** What was observed of the tokens of a list of grants. */
export type SeenTokens = {
  /** The last token of each row, in ISO 8601, by the client's id or the API's identifier. */
  lastTokens: Record<string, string>
  /** Since when every token was seen; null when none can be. */
  since: string | null
  /** Reads it again, for what is taken away now. */
  read: (of: { clientId: string; audience: string }) => Promise<ActionResult<LastToken>>
}
