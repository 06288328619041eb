/** What was seen of the last token, to tell when access ends that is taken away now. */
export type LastToken = {
  /** ISO 8601, UTC: when it was issued. Null when none was seen. */
  at: string | null
  /** Since when every token was seen; null when the log can't tell. */
  since: string | null
}

/** When access ends that is taken away now. */
export type AccessEnd =
  /** The last token was seen. */
  | { because: 'last token'; issuedAt: string; endsAt: string; isOver: boolean }
  /** None was seen, so one can only be from before that. */
  | { because: 'none seen'; since: string; endsAt: string; isOver: boolean }
  /** Nothing was observed: one may have been issued just now. */
  | { because: 'unknown'; endsAt: string; isOver: false }

/** When the last token expires that was issued with this lifetime, in seconds, as far as was observed. */
export function accessEnd({ at, since }: LastToken, lifetime: number, now: Date): AccessEnd {
  const after = (start: string) => new Date(new Date(start).getTime() + lifetime * 1000)
  if (at) {
    const ends = after(at)
    return { because: 'last token', issuedAt: at, endsAt: ends.toISOString(), isOver: ends <= now }
  }
  if (since) {
    const ends = after(since)
    return { because: 'none seen', since, endsAt: ends.toISOString(), isOver: ends <= now }
  }
  return { because: 'unknown', endsAt: after(now.toISOString()).toISOString(), isOver: false }
}

/** Of several accesses that are taken away together, the one that really ends last; undefined when there is none. */
export function lastEnd<One extends LastToken & { lifetime: number }>(
  taken: readonly One[],
  now: Date,
): One | undefined {
  const endOf = (one: One) => accessEnd(one, one.lifetime, now).endsAt
  return taken.reduce<One | undefined>(
    (last, one) => (last && endOf(last) >= endOf(one) ? last : one),
    undefined,
  )
}
