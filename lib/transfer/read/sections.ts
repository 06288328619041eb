import type { Problem } from '../document'

/** One thing in a list of a document, and the line it starts on. */
export type Entry = { value: unknown; line: number }

/** The lists of a document by their names, as far as it could be read. */
export type Sections = { lists: Map<string, Entry[]>; problems: Problem[] }

/** Nothing but the reason why. */
export const unreadable = (line: number, message: string): Sections => ({
  lists: new Map(),
  problems: [{ at: { line }, message }],
})
