/** What Next hands a page: a name given twice is a list. */
export type SearchParams = Record<string, string | string[] | undefined>

/** One value of the query string; the first of several. */
export function textParam(params: SearchParams, name: string): string | undefined {
  const value = params[name]
  return Array.isArray(value) ? value[0] : value
}

/** The page an address asks for, from 1; what is no such number asks for the first. */
export function pageParam(params: SearchParams): number {
  const page = Number(textParam(params, 'page'))
  return Number.isSafeInteger(page) && page > 0 && page <= 1_000_000 ? page : 1
}

/** Every word of a name that may be given more than once or hold several words, each once: at most `limit`. */
export function wordParams(params: SearchParams, name: string, limit: number): string[] {
  const words = [params[name] ?? []].flat().flatMap((value) => value.split(' '))
  return [...new Set(words.filter(Boolean))].slice(0, limit)
}
