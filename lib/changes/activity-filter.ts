import { type SearchParams, textParam } from '../search-params'
import type { ActivityFilter } from './activity'

/** The spans that Activity can be narrowed to, in days. */
const activitySpans = { day: 1, week: 7, month: 30 } as const
type Span = keyof typeof activitySpans

const longest = 600

/** What the address asks Activity for: as the form shows it, and as the record is searched by it. */
export function activityFilter(params: SearchParams, now: Date) {
  const asked = (name: string) => textParam(params, name)?.trim().slice(0, longest) ?? ''
  const [q, person, span] = [asked('q'), asked('person'), asked('span')]
  const known = Object.hasOwn(activitySpans, span) ? (span as Span) : ''
  const from = known && new Date(now.getTime() - activitySpans[known] * 86_400_000).toISOString()
  const filter: ActivityFilter = {
    ...(q && { text: q }),
    ...(person && { author: person }),
    ...(from && { from }),
  }
  return { query: { q, person, span: known }, filter }
}
