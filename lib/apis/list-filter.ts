import { type SearchParams, textParam } from '../search-params'

const apiSorts = ['name', 'identifier', 'algorithm', 'scopes', 'clients', 'lifetime'] as const
export type ApiSort = (typeof apiSorts)[number]

/** Which APIs a list shows, and in which order; as it stands in the address. */
export type ApiFilter = {
  /** Words in name, identifier, id or scopes. */
  text: string
  algorithm?: string
  sort: ApiSort
  descending: boolean
}

/** The filter an address asks for; what makes no sense is left out. */
export function apiFilter(params: SearchParams): ApiFilter {
  return {
    text: textParam(params, 'q')?.trim().slice(0, 500) ?? '',
    algorithm: textParam(params, 'alg')?.slice(0, 20) || undefined,
    sort: apiSorts.find((sort) => sort === textParam(params, 'sort')) ?? 'name',
    descending: textParam(params, 'order') === 'desc',
  }
}

/** The filter as the query of an address; what goes without saying is left out. */
export const apiQuery = ({ text, algorithm, sort, descending }: ApiFilter) => ({
  q: text || undefined,
  alg: algorithm,
  sort: sort === 'name' ? undefined : sort,
  order: descending ? 'desc' : undefined,
})
