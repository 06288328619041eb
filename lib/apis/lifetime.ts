import { dayMonth, hourMinute } from '../day-month'
import { formatNumber } from '../number-text'

const units = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
] as const

/** Seconds as a person says them: "24 h", "7 d", "1 h 30 min". Days begin at two, since 24 h is a tenant's default. */
export function lifetimeInWords(seconds: number): string {
  if (seconds === 0) return '0 s'
  const parts: string[] = []
  let rest = seconds
  for (const [unit, size] of units) {
    if (unit === 'd' && seconds < 2 * size) continue
    const count = Math.floor(rest / size)
    if (count > 0) parts.push(`${formatNumber(count)} ${unit}`)
    rest %= size
  }
  return parts.join(' ')
}

/** When a token that is issued at `now` has expired: "25 Nov, 13:41 UTC". */
export function lastTokenEnds(tokenLifetime: number, now: Date): string {
  const end = new Date(now.getTime() + tokenLifetime * 1000)
  return `${dayMonth(end)}, ${hourMinute(end)} UTC`
}
