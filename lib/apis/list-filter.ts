import { type Unused, unusedParam } from '../observations/unused'
import { type SearchParams, textParam } from '../search-params'

const apiSorts = ['name', 'identifier', 'algorithm', 'scopes', 'clients', 'lifetime', 'token'] as const
export type ApiSort = (typeof apiSorts)[number]

/** Which APIs a list shows, and in which order; as it stands in the address. */
export type ApiFilter = {
  /** Words in name, identifier, id or scopes. */
  text: string
  algorithm?: string
  /** A scope it defines. */
  scope?: string
  /** Only the tenant's own API, or only the others. */
  system?: boolean
  /** Only those that no client may call. */
  noClient: boolean
  /** Only those for which no token was seen for so long. */
  unused?: Unused
  sort: ApiSort
  descending: boolean
}

/** The filter an address asks for; what makes no sense is left out. */
export function apiFilter(params: SearchParams): ApiFilter {
  const text = (name: string) => textParam(params, name)?.trim().slice(0, 500) || undefined
  return {
    text: text('q') ?? '',
    algorithm: text('alg')?.slice(0, 20),
    scope: text('scope'),
    system: text('system') === 'yes' || (text('system') === 'no' ? false : undefined),
    noClient: text('clients') === 'none',
    unused: unusedParam(text('unused')),
    sort: apiSorts.find((sort) => sort === text('sort')) ?? 'name',
    descending: text('order') === 'desc',
  }
}

/** The filter as the query of an address; what goes without saying is left out. */
export function apiQuery(filter: ApiFilter): Record<string, string | undefined> {
  return {
    q: filter.text || undefined,
    alg: filter.algorithm,
    scope: filter.scope,
    system: filter.system === undefined ? undefined : filter.system ? 'yes' : 'no',
    clients: filter.noClient ? 'none' : undefined,
    unused: filter.unused?.toString(),
    sort: filter.sort === 'name' ? undefined : filter.sort,
    order: filter.descending ? 'desc' : undefined,
  }
}

/** Whether the filter leaves any out. */
export const isNarrowed = ({ text, algorithm, scope, system, noClient, unused }: ApiFilter) =>
  Boolean(text || algorithm || scope || system !== undefined || noClient || unused)
