import { type SearchParams, wordParams } from './search-params'

/** As many rows of a list are open at once; one page has no more. */
const mostRows = 25

/** Which rows of a list an address opens, by id. */
export const openRows = (params: SearchParams): string[] => wordParams(params, 'open', mostRows)

/** The same with one row opened, or closed again, for an address. */
export function toggledRow(open: readonly string[], id: string): string | undefined {
  const next = open.includes(id) ? open.filter((other) => other !== id) : [...open, id].slice(-mostRows)
  return next.join(' ') || undefined
}
