import { lastTokenEnds, lifetimeInWords } from '@/lib/apis/lifetime'
import { accessEnd, type LastToken } from '@/lib/observations/last-token'
import { sinceInWords } from './since-in-words'

/** "25 Nov, 13:02 UTC" */
const moment = (at: string) => lastTokenEnds(0, new Date(at))

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
      ? `Tokens issued before keep it until ${moment(end.endsAt)} at the latest.`
      : `Tokens issued before stay valid until they expire, the last one at ${moment(end.endsAt)} at the latest.`
  if (end.because === 'last token')
    return end.isOver
      ? `Last token issued ${moment(end.issuedAt)}, lived ${lives}: ${over}.`
      : `Last token issued ${moment(end.issuedAt)}, lives ${lives}: ${ends} ${moment(end.endsAt)}.`
  return end.isOver
    ? `No token since ${sinceInWords(end.since)} UTC, and one lives ${lives}: ${over}.`
    : `No token since ${sinceInWords(end.since)} UTC. One issued before lives until ${moment(end.endsAt)} at the latest.`
}
