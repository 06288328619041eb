/** For how long no token was seen: for so many days, or since tokens are observed. */
export type Unused = number | 'observed'

const longestDays = 3650

/** What an address says of it; undefined for what makes no sense. */
export function unusedParam(text: string | undefined): Unused | undefined {
  if (text === 'observed') return text
  const days = Number(text)
  return Number.isSafeInteger(days) && days > 0 && days <= longestDays ? days : undefined
}

/** A token since then is what is not unused, in ISO 8601; the empty text is before every time. */
export const unusedSince = (unused: Unused, now: number) =>
  unused === 'observed' ? '' : new Date(now - unused * 86_400_000).toISOString()
