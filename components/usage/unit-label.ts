import { type Span, startOf } from '@/lib/observations/span'

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** An hour or a day of a plot, in UTC: "14:00", "3 Nov". */
export const unitLabel = (span: Span, unit: number) =>
  span === '24h' ? startOf(span, unit).toISOString().slice(11, 16) : day.format(startOf(span, unit))

/** The same where both the day and the hour are to be told: "24 Nov, 14:00". */
export const fullUnitLabel = (span: Span, unit: number) =>
  span === '24h' ? `${day.format(startOf(span, unit))}, ${unitLabel(span, unit)}` : unitLabel(span, unit)
