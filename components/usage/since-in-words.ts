import { dayMonth, hourMinute } from '@/lib/day-month'

/** "24 Nov 2026, 13:02" */
export function sinceInWords(since: string) {
  const at = new Date(since)
  return `${dayMonth(at)} ${at.getUTCFullYear()}, ${hourMinute(at)}`
}
