import { hourMinute } from '@/lib/day-month'

export type Day<Entry> = { key: string; title: string; entries: Entry[] }

const format = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
})
const formatWithYear = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** Entries in the order they come, under their UTC day: "Today, 24 November". */
export function groupByDay<Entry extends { at: string }>(entries: Entry[], now: Date): Day<Entry>[] {
  const days = Map.groupBy(entries, ({ at }) => new Date(at).toISOString().slice(0, 10))
  return [...days].map(([day, ofDay]) => ({ key: `day-${day}`, title: titleOf(day, now), entries: ofDay }))
}

function titleOf(day: string, now: Date) {
  const date = new Date(`${day}T00:00:00Z`)
  const today = now.toISOString().slice(0, 10)
  const yesterday = new Date(now.getTime() - 86_400_000).toISOString().slice(0, 10)
  if (day === today) return `Today, ${withoutWeekday(date)}`
  if (day === yesterday) return `Yesterday, ${withoutWeekday(date)}`
  return day.slice(0, 4) === today.slice(0, 4) ? format.format(date) : formatWithYear.format(date)
}

const withoutWeekday = (date: Date) =>
  date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })

/** "13:40", in UTC. */
export const timeOfDay = (at: string) => hourMinute(new Date(at))

/** "13:40:09", in UTC. */
export const secondOfDay = (at: string) => new Date(at).toISOString().slice(11, 19)
