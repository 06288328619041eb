import { accessEndText } from '@/components/usage/access-end-text'
import { lastTokenEnds, lifetimeInWords } from '@/lib/apis/lifetime'
import type { LongestToken } from '@/lib/observations/read/client-end'

/** What hangs on a client, told before it loses its secret or goes. */
export type ClientImpact = {
  /** How many APIs it may call. */
  apis: number
  /** The longest token lifetime among those APIs, in seconds; `undefined` where there is none or it is not known. */
  longestLifetime?: number
  /** What of its tokens lasts longest, where tokens were observed. */
  longestToken?: LongestToken
}

type Holdings = { total: number; longestLifetime: number | null }

/** What a client holds, and what of its tokens was seen. */
export function clientImpact(
  { total, longestLifetime }: Holdings,
  longestToken?: LongestToken | null,
): ClientImpact {
  return {
    apis: total,
    ...(longestLifetime !== null && { longestLifetime }),
    ...(longestToken && { longestToken }),
  }
}

export function grantsGo({ apis }: ClientImpact): string {
  if (apis === 0) return 'It is authorized for no API.'
  return apis === 1 ? 'Its grant for 1 API goes with it.' : `Its grants for ${apis} APIs go with it.`
}

/** How long tokens that were issued before live: a token outlives its client. In words that any time zone shares. */
export function tokensLive({ apis, longestLifetime, longestToken }: ClientImpact): string {
  if (longestToken) return accessEndText(longestToken, longestToken.lifetime, new Date())
  if (longestLifetime) return `Tokens issued before stay valid for up to ${lifetimeInWords(longestLifetime)}.`
  if (apis === 0) return 'A token from a grant it had before stays valid until it expires.'
  return 'Tokens issued before stay valid until they expire.'
}

/** The same at the moment of asking, with the date on which the last token ends. */
export function tokensLiveUntil(impact: ClientImpact): string {
  const { longestLifetime, longestToken } = impact
  if (!longestLifetime || longestToken) return tokensLive(impact)
  return `Tokens issued before stay valid until ${lastTokenEnds(longestLifetime, new Date())} at the latest.`
}
