import { type Unused, unusedParam } from '../observations/unused'
import { type SearchParams, textParam } from '../search-params'

const clientSorts = ['name', 'type', 'id', 'apis', 'token'] as const
export type ClientSort = (typeof clientSorts)[number]

/** Which clients a list shows, and in which order; as it stands in the address. */
export type ClientFilter = {
  /** Words in name, id, description, metadata, or in the scopes and APIs it is granted. */
  text: string
  type?: string
  /** The id of an API it may call. */
  api?: string
  /** A scope it holds, at whichever API. */
  scope?: string
  /** How it proves itself. */
  auth?: string
  /** Only those that no API may be called with. */
  noGrant: boolean
  /** Only those for which no token was seen for so long. */
  unused?: Unused
  sort: ClientSort
  descending: boolean
}

/** The filter an address asks for; what makes no sense is left out. */
export function clientFilter(params: SearchParams): ClientFilter {
  const text = (name: string) => textParam(params, name)?.trim().slice(0, 500) || undefined
  return {
    text: text('q') ?? '',
    type: /^\w+$/.exec(text('type') ?? '')?.[0],
    api: text('api'),
    scope: text('scope'),
    auth: text('auth'),
    noGrant: text('grants') === 'none',
    unused: unusedParam(text('unused')),
    sort: clientSorts.find((sort) => sort === text('sort')) ?? 'name',
    descending: text('order') === 'desc',
  }
}

/** The filter as the query of an address; what goes without saying is left out. */
export function clientQuery(filter: ClientFilter): Record<string, string | undefined> {
  return {
    q: filter.text || undefined,
    type: filter.type,
    api: filter.api,
    scope: filter.scope,
    auth: filter.auth,
    grants: filter.noGrant ? 'none' : undefined,
    unused: filter.unused?.toString(),
    sort: filter.sort === 'name' ? undefined : filter.sort,
    order: filter.descending ? 'desc' : undefined,
  }
}

/** Whether the filter leaves anybody out. */
export const isNarrowed = ({ sort: _, descending: __, ...filter }: ClientFilter) =>
  Object.values(filter).some(Boolean)
