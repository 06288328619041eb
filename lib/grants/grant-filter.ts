import { type Unused, unusedParam } from '../observations/unused'
import { type SearchParams, textParam } from '../search-params'

const grantSorts = ['authorized', 'name', 'id', 'scopes', 'token'] as const
export type GrantSort = (typeof grantSorts)[number]

export const grantViews = ['all', 'authorized', 'not-authorized'] as const
export type GrantView = (typeof grantViews)[number]

/** Which clients beside an API, or APIs beside a client, are shown, and in which order; as it stands in the address. */
export type GrantFilter = {
  /** Words in what lists search: a client's name, id, description and metadata; an API's name, identifier and scopes. */
  text: string
  view: GrantView
  /** Only those between which no token was seen for so long. */
  unused?: Unused
  sort: GrantSort
  descending: boolean
}

/** The filter an address asks for; what makes no sense is left out. */
export function grantFilter(params: SearchParams): GrantFilter {
  return {
    text: textParam(params, 'q')?.trim().slice(0, 500) ?? '',
    view: grantViews.find((view) => view === textParam(params, 'show')) ?? 'all',
    unused: unusedParam(textParam(params, 'unused')),
    sort: grantSorts.find((sort) => sort === textParam(params, 'sort')) ?? 'name',
    descending: textParam(params, 'order') === 'desc',
  }
}

/** The filter as the query of an address; what goes without saying is left out. */
export function grantQuery({ text, view, unused, sort, descending }: GrantFilter) {
  return {
    q: text || undefined,
    show: view === 'all' ? undefined : view,
    unused: unused?.toString(),
    sort: sort === 'name' ? undefined : sort,
    order: descending ? 'desc' : undefined,
  }
}
