import { accessEndText } from '@/components/usage/access-end-text'
import { lastTokenEnds, lifetimeInWords } from '@/lib/apis/lifetime'
import type { LongestToken } from '@/lib/observations/read/client-end'

/** What hangs on a client, told before it loses its secret or goes. */
export type ClientImpact = {
  /** How many APIs it may call; `undefined` where one call could not tell. */
  apis?: number
  /** The longest token lifetime among those APIs, in seconds; `undefined` where there is none or it is not known. */
  longestLifetime?: number
  /** What of its tokens lasts longest, where tokens were observed. */
  longestToken?: LongestToken
}

type Held = {
  rows: { api: { tokenLifetime: number }; access: unknown }[]
  /** Grants for APIs that were not read. */
  others: unknown[]
  complete: boolean
  total: number
}

/** What a client holds, counted from everything it may call. */
export function clientImpact(
  { rows, others, complete, total }: Held,
  longestToken?: LongestToken | null,
): ClientImpact {
  const lifetimes = rows.filter(({ access }) => access).map(({ api }) => api.tokenLifetime)
  return {
    apis: complete ? total : undefined,
    longestLifetime: complete && !others.length && lifetimes.length ? Math.max(...lifetimes) : undefined,
    ...(longestToken && { longestToken }),
  }
}

export function grantsGo({ apis }: ClientImpact): string {
  if (apis === undefined) return 'All of its grants go with it.'
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
