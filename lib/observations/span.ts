import { type SearchParams, textParam } from '../search-params.ts'

const hour = 3_600_000
const day = 24 * hour

/** Hours of the last five weeks show a rhythm and a bad night, days of 13 months what is due once a year. */
export const keptHours = 35 * 24
export const keptDays = 400

/** The hour since 1970 that a moment is in, in UTC. */
export const hourOf = (at: string | Date) => Math.floor(new Date(at).getTime() / hour)
/** The day since 1970 that a moment is in, in UTC. */
export const dayOf = (at: string | Date) => Math.floor(new Date(at).getTime() / day)

/** How far back a page looks: hour by hour, or day by day. */
export const spans = ['24h', '30d'] as const
export type Span = (typeof spans)[number]

/** The span that an address asks for; the shorter one unless it says otherwise. */
export const spanParam = (params: SearchParams): Span =>
  spans.find((span) => span === textParam(params, 'span')) ?? '24h'

export const spanInWords: Record<Span, string> = { '24h': '24 h', '30d': '30 d' }
export const unitInWords: Record<Span, string> = { '24h': 'hour', '30d': 'day' }

/** The hours or days of a span since 1970, up to the one that `now` is in. */
export function unitsOf(span: Span, now: Date): number[] {
  const [last, length] = span === '24h' ? [hourOf(now), 24] : [dayOf(now), 30]
  return Array.from({ length }, (_, index) => last - length + 1 + index)
}

/** When an hour or day of a span begins. */
export const startOf = (span: Span, unit: number) => new Date(unit * (span === '24h' ? hour : day))

/** What was issued and refused within one hour or day. */
export type Bar = { unit: number; issued: number; refused: number }

/** A bar for each of `units`, whether something was counted in it or not. */
export function barsOf(counts: readonly Bar[], units: readonly number[]): Bar[] {
  const byUnit = new Map(counts.map((count) => [count.unit, count]))
  return units.map((unit) => byUnit.get(unit) ?? { unit, issued: 0, refused: 0 })
}

/** All that was issued and refused in these bars. */
export const sumOf = (bars: readonly Bar[]) => ({
  issued: bars.reduce((sum, { issued }) => sum + issued, 0),
  refused: bars.reduce((sum, { refused }) => sum + refused, 0),
})
