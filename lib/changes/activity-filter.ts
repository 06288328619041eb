import { type SearchParams, textParam } from '../search-params'
import type { ActivityFilter } from './activity-conditions'

/** The spans that Activity can be narrowed to, in days. */
const activitySpans = { day: 1, week: 7, month: 30 } as const
export type ActivitySpan = keyof typeof activitySpans

/** What the address asks Activity for; empty where it asks for nothing. */
export type ActivityAsked = Record<'q' | 'person' | 'client' | 'api' | 'scope' | 'from' | 'to', string> & {
  where: '' | 'here' | 'elsewhere'
  span: '' | ActivitySpan
}

const longest = 600
const dayMs = 86_400_000

/** What the address asks Activity for: as the form shows it, and as the record is searched by it. */
export function activityFilter(
  params: SearchParams,
  now: Date,
): { asked: ActivityAsked; filter: ActivityFilter } {
  const text = (name: string) => textParam(params, name)?.trim().slice(0, longest) ?? ''
  const [where, span] = [text('where'), text('span')]
  const asked: ActivityAsked = {
    q: text('q'),
    person: text('person'),
    client: text('client'),
    api: text('api'),
    scope: text('scope'),
    from: dayIn(text('from')),
    to: dayIn(text('to')),
    where: where === 'here' || where === 'elsewhere' ? where : '',
    span: Object.hasOwn(activitySpans, span) ? (span as ActivitySpan) : '',
  }
  const spanBegins = asked.span && new Date(now.getTime() - activitySpans[asked.span] * dayMs).toISOString()
  // ISO 8601 times sort as text.
  const from = [spanBegins, asked.from && startOf(asked.from)].toSorted().at(-1)
  const filter: ActivityFilter = {
    ...(asked.q && { text: asked.q }),
    ...(asked.where && { where: asked.where }),
    ...(asked.person && { author: asked.person }),
    ...(asked.client && { client: asked.client }),
    ...(asked.api && { apiText: asked.api }),
    ...(asked.scope && { scope: asked.scope }),
    ...(from && { from }),
    ...(asked.to && { until: startOf(asked.to, 1) }),
  }
  return { asked, filter }
}

/** "2026-11-24"; empty for what is no day. */
const dayIn = (text: string) =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) ? text : ''

const startOf = (day: string, daysLater = 0) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + daysLater * dayMs).toISOString()
