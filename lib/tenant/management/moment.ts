const shape = /^(\d{4})(-\d\d)?(-\d\d)?(?:T(\d\d:\d\d)(?::(\d\d))?(?:\.(\d{1,3})\d*)?(Z|[+-]\d\d:\d\d)?)?$/

/**
 * The first and the last millisecond of what an ISO 8601 text names (a year, month, day, minute, second or
 * millisecond, in UTC unless it says otherwise), and the ones before and after it: ISO 8601 in UTC, undefined for
 * what is no date.
 */
export const startOf = (text: string) => spanOf(text, ({ start }) => start)
export const endOf = (text: string) => spanOf(text, ({ end }) => end)
export const before = (text: string) => spanOf(text, ({ start }) => start - 1)
export const after = (text: string) => spanOf(text, ({ end }) => end + 1)

function spanOf(text: string, choose: (span: { start: number; end: number }) => number) {
  const [, year, month, day, minutes, seconds, fraction, zone = 'Z'] = shape.exec(text) ?? []
  if (!year || (day && !month) || (minutes && !day) || (fraction && !seconds)) return undefined

  const date = `${year}${month ?? '-01'}${day ?? '-01'}`
  const midnight = Date.parse(`${date}T00:00:00.000Z`)
  // The parser takes the 31st of February for a day in March.
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(date)) return undefined
  const milliseconds = (fraction ?? '').padEnd(3, '0')
  const start = Date.parse(`${date}T${minutes ?? '00:00'}:${seconds ?? '00'}.${milliseconds}${zone}`)
  if (Number.isNaN(start)) return undefined

  const next = new Date(start)
  if (fraction) next.setUTCMilliseconds(next.getUTCMilliseconds() + 1)
  else if (seconds) next.setUTCSeconds(next.getUTCSeconds() + 1)
  else if (minutes) next.setUTCMinutes(next.getUTCMinutes() + 1)
  else if (day) next.setUTCDate(next.getUTCDate() + 1)
  else if (month) next.setUTCMonth(next.getUTCMonth() + 1)
  else next.setUTCFullYear(next.getUTCFullYear() + 1)
  return iso(choose({ start, end: next.getTime() - 1 }))
}

// Outside of these years ISO 8601 does not sort as text.
const first = Date.parse('0000-01-01T00:00:00.000Z')
const last = Date.parse('9999-12-31T23:59:59.999Z')
const iso = (time: number) => new Date(Math.min(Math.max(time, first), last)).toISOString()
