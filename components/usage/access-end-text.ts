import { lastTokenEnds, lifetimeInWords } from '@/lib/apis/lifetime'
import { accessEnd, type LastToken } from '@/lib/observations/last-token'
import { sinceInWords } from './since-in-words'

/** "25 Nov, 13:02 UTC" */
const moment = (at: string) => lastTokenEnds(0, new Date(at))

/** When access ends that is taken away now: "Last token issued 24 Nov, 13:02 UTC, lives 24 h: access really ends 25 Nov, 13:02 UTC." */
export function accessEndText(last: LastToken, lifetime: number, now: Date): string {
  const end = accessEnd(last, lifetime, now)
  const lives = lifetimeInWords(lifetime)
  if (end.because === 'unknown')
    return `Tokens issued before stay valid until they expire, the last one at ${moment(end.endsAt)} at the latest.`
  if (end.because === 'last token')
    return end.isOver
      ? `Last token issued ${moment(end.issuedAt)}, lived ${lives}: access ends at once.`
      : `Last token issued ${moment(end.issuedAt)}, lives ${lives}: access really ends ${moment(end.endsAt)}.`
  return end.isOver
    ? `No token since ${sinceInWords(end.since)} UTC, and one lives ${lives}: access ends at once.`
    : `No token since ${sinceInWords(end.since)} UTC. One issued before lives until ${moment(end.endsAt)} at the latest.`
}
