import type { Unused } from '@/lib/observations/unused'
import { notSince } from './not-since'

/** "30 days", or since when there can be any: what was before tokens were observed is not known. */
export function unusedText(unused: Unused, since: string | null, now: Date): string {
  const days = unused === 1 ? '1 day' : `${unused} days`
  if (!since) return unused === 'observed' ? 'since tokens are observed' : `for ${days}`
  const observed = `since ${notSince(since)}, when observing began`
  if (unused === 'observed') return observed
  const isLonger = now.getTime() - unused * 86_400_000 < Date.parse(since)
  return isLonger ? observed : `for ${days}`
}
