import { dayMonth } from '@/lib/day-month'

/** How long ago, as the product says it: "40 s ago", "18 min ago", "2 h ago", "3 d ago"; after a week the UTC date. */
export function ageOf(at: Date, now: Date): string {
  const seconds = Math.floor((now.getTime() - at.getTime()) / 1000)
  if (seconds < 1) return 'Now'
  if (seconds < 60) return `${seconds} s ago`
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h ago`
  if (seconds < 7 * 86_400) return `${Math.floor(seconds / 86_400)} d ago`
  return at.getUTCFullYear() === now.getUTCFullYear()
    ? dayMonth(at)
    : `${dayMonth(at)} ${at.getUTCFullYear()}`
}

/** "2026-11-24 13:42:07 UTC" */
export const fullTimestamp = (at: Date) => `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`
