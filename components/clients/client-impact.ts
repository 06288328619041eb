/** What goes with a client, told before it goes. */
export type ClientImpact = {
  /** How many APIs it may call; `undefined` where they could not be counted. */
  apis: number | undefined
  /** When the last token it may hold expires at the latest, in words; `undefined` where no API is known. */
  lastTokenEnds: string | undefined
}

/** "Authorized for 3 APIs. Its grants go with it." */
export function grantsLost({ apis }: ClientImpact): string {
  if (apis === undefined) return 'All of its grants'
  if (apis === 0) return 'None: it is not authorized for any API'
  return apis === 1 ? '1 grant, for 1 API' : `${apis.toLocaleString('en')} grants, for as many APIs`
}

/** Until when tokens that were issued before live; a token outlives its client. */
export function tokensLive({ apis, lastTokenEnds }: ClientImpact): string {
  if (lastTokenEnds) return `Those issued before stay valid until ${lastTokenEnds} at the latest`
  if (apis === 0) return 'It gets none now; one from an earlier grant stays valid until it expires'
  return 'Those issued before stay valid until they expire'
}
