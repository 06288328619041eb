export type ConflictRow = {
  name: string
  label: string
  opened: unknown
  theirs: unknown
  yours: unknown
  /** The one chosen to begin with: theirs wherever they changed something, so nothing is overwritten unasked. */
  choice: 'theirs' | 'yours'
}

type Values = Record<string, unknown>

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Every field that differs from what the form was opened with, on either side. */
export function conflictRows(sides: {
  labels: Record<string, string>
  opened: Values
  theirs: Values
  yours: Values
}): ConflictRow[] {
  return Object.entries(sides.labels).flatMap(([name, label]) => {
    const opened = sides.opened[name]
    const theirs = name in sides.theirs ? sides.theirs[name] : opened
    const yours = sides.yours[name]
    if (same(opened, theirs) && same(opened, yours)) return []
    return { name, label, opened, theirs, yours, choice: same(opened, theirs) ? 'yours' : 'theirs' }
  })
}

/** A value in words, where the form has none of its own for it. */
export function inWords(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'Empty'
  if (typeof value === 'boolean') return value ? 'On' : 'Off'
  if (Array.isArray(value)) return value.map(inWords).join(', ') || 'None'
  return String(value)
}
