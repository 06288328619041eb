import { lastTokenEnds, lifetimeInWords } from '@/lib/apis/lifetime'
import { accessEnd, type LastToken } from '@/lib/observations/last-token'
import { sinceInWords } from './since-in-words'

/** "25 Nov, 13:02 UTC" */
export const momentText = (at: string) => lastTokenEnds(0, new Date(at))

const words = {
  access: ['access ends at once', 'access really ends'],
  scope: ['no valid token carries it', 'it really ends'],
}

/** When access, or a scope, ends that is taken away now: "Last token issued 24 Nov, 13:02 UTC, lives 24 h: access really ends 25 Nov, 13:02 UTC." */
export function accessEndText(
  last: LastToken,
  lifetime: number,
  now: Date,
  what: 'access' | 'scope' = 'access',
): string {
  const end = accessEnd(last, lifetime, now)
  const lives = lifetimeInWords(lifetime)
  const [over, ends] = words[what]
  if (end.because === 'unknown')
    return what === 'scope'
      ? `Last token not known, one lives ${lives}: it really ends ${momentText(end.endsAt)} at the latest.`
      : `Last token not known, one lives ${lives}: access really ends ${momentText(end.endsAt)} at the latest.`
  if (end.because === 'last token')
    return end.isOver
      ? `Last token issued ${momentText(end.issuedAt)}, lived ${lives}: ${over}.`
      : `Last token issued ${momentText(end.issuedAt)}, lives ${lives}: ${ends} ${momentText(end.endsAt)}.`
  return end.isOver
    ? `No token since ${sinceInWords(end.since)} UTC, and one lives ${lives}: ${over}.`
    : `No token since ${sinceInWords(end.since)} UTC. One issued before lives until ${momentText(end.endsAt)} at the latest.`
}
