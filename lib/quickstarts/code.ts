/** Source text, and the ranges in it that came from this tenant, API or client. */
export type Code = { text: string; values: Range[] }

/** From the first UTF-16 unit up to, not including, the second. */
type Range = [start: number, end: number]

/** Text that came from the tenant: the screen marks it. */
export const value = (text: string): Code => ({ text, values: [[0, text.length]] })

/** Source text with other source text put in; a line break right after the opening backtick is left out. */
export function code(strings: TemplateStringsArray, ...parts: (Code | string)[]): Code {
  let text = strings[0]?.replace(/^\n/, '') ?? ''
  const values: Range[] = []
  for (const [index, part] of parts.entries()) {
    const inserted = typeof part === 'string' ? { text: part, values: [] } : part
    for (const [start, end] of inserted.values) values.push([text.length + start, text.length + end])
    text += inserted.text + (strings[index + 1] ?? '')
  }
  return { text, values }
}
