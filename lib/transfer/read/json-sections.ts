import { elementLines } from './element-lines'
import { type Entry, type Sections, unreadable } from './sections'

/** The lists of a JSON object. Broken JSON gives nothing but the line where it breaks. */
export function jsonSections(text: string): Sections {
  let root: unknown
  try {
    root = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return unreadable(lineOf(error.message, text), 'The JSON breaks off or has a mistake here.')
  }
  if (typeof root !== 'object' || root === null || Array.isArray(root))
    return unreadable(1, 'The JSON has no lists of clients, APIs or client grants in it.')

  const lines = elementLines(text)
  const lists = new Map<string, Entry[]>()
  for (const [name, list] of Object.entries(root)) {
    if (!Array.isArray(list)) continue
    lists.set(
      name,
      list.map((value, index) => ({ value, line: lines.get(name)?.[index] ?? 1 })),
    )
  }
  return { lists, problems: [] }
}

/** V8 tells the position of most mistakes, but not of an end that comes too early. */
function lineOf(message: string, text: string) {
  const position = /at position (\d+)/.exec(message)?.[1]
  const before = position ? text.slice(0, Number(position)) : text.trimEnd()
  return message.startsWith('Unexpected token') && !position ? 1 : before.split('\n').length
}
