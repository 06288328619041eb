import { lifetimeInWords } from '../apis/lifetime'

const day = 86_400_000

/** A time as a person says it today: "13:42", "tomorrow 13:42", "25 Nov 13:42", "25 Nov 2024 13:42". */
export function momentInWords(at: Date, now: Date, timeZone?: string): string {
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(at)
  const dayOf = (date: Date) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(date)
  const near: Record<string, string> = {
    [dayOf(now)]: '',
    [dayOf(new Date(now.getTime() + day))]: 'tomorrow ',
    [dayOf(new Date(now.getTime() - day))]: 'yesterday ',
  }
  const word = near[dayOf(at)]
  if (word !== undefined) return `${word}${time}`
  const year = dayOf(at).slice(0, 4) === dayOf(now).slice(0, 4) ? undefined : 'numeric'
  const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year, timeZone }).format(at)
  return `${date} ${time}`
}

/** The zone that `momentInWords` speaks of: "UTC", "CET", "GMT+2". */
export function zoneName(at: Date, timeZone?: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short', timeZone }).formatToParts(at)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
}

/** How far apart two times are, to the minute: "23 h 59 min", "40 s". */
export function spanInWords(one: Date, other: Date): string {
  const seconds = Math.round(Math.abs(one.getTime() - other.getTime()) / 1000)
  return lifetimeInWords(seconds < 120 ? seconds : seconds - (seconds % 60))
}
