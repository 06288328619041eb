import { dayMonth, hourMinute } from '@/lib/day-month'
import { type Span, startOf } from '@/lib/observations/span'

/** An hour or a day of a plot, in UTC: "14:00", "3 Nov". */
export const unitLabel = (span: Span, unit: number) =>
  span === '24h' ? hourMinute(startOf(span, unit)) : dayMonth(startOf(span, unit))

/** The same where both the day and the hour are to be told: "24 Nov, 14:00". */
export const fullUnitLabel = (span: Span, unit: number) =>
  span === '24h' ? `${dayMonth(startOf(span, unit))}, ${unitLabel(span, unit)}` : unitLabel(span, unit)
