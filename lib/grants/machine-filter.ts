import { type Unused, unusedParam } from '../observations/unused'
import { type SearchParams, textParam } from '../search-params'

const machineSorts = ['authorized', 'name', 'id', 'scopes', 'token'] as const
export type MachineSort = (typeof machineSorts)[number]

export const grantViews = ['all', 'authorized', 'not-authorized'] as const
export type GrantView = (typeof grantViews)[number]

/** Which clients beside an API are shown, and in which order; as it stands in the address. */
export type MachineFilter = {
  /** Words in name, id, description or metadata. */
  text: string
  view: GrantView
  /** Only those for which no token for the API was seen for so long. */
  unused?: Unused
  sort: MachineSort
  descending: boolean
}

/** The filter an address asks for; what makes no sense is left out. */
export function machineFilter(params: SearchParams): MachineFilter {
  return {
    text: textParam(params, 'q')?.trim().slice(0, 500) ?? '',
    view: grantViews.find((view) => view === textParam(params, 'show')) ?? 'all',
    unused: unusedParam(textParam(params, 'unused')),
    sort: machineSorts.find((sort) => sort === textParam(params, 'sort')) ?? 'name',
    descending: textParam(params, 'order') === 'desc',
  }
}

/** The filter as the query of an address; what goes without saying is left out. */
export function machineQuery({ text, view, unused, sort, descending }: MachineFilter) {
  return {
    q: text || undefined,
    show: view === 'all' ? undefined : view,
    unused: unused?.toString(),
    sort: sort === 'name' ? undefined : sort,
    order: descending ? 'desc' : undefined,
  }
}
