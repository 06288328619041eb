import type { Access } from '../grants/grant'
import { type SearchParams, textParam, wordParams } from '../search-params'
import { cellState } from './cell'
import type { Draft } from './draft'
import type { AccessPicture, Held, MatrixApi, MatrixClient } from './picture'

const rowViews = ['all', 'changed', 'without', 'everything'] as const
export type RowView = (typeof rowViews)[number]

/** What of the matrix is shown; as it stands in the address. */
export type MatrixFilter = {
  /** In a client's name or id. */
  text: string
  view: RowView
  /** Ids of the APIs that are columns; none means all. */
  apis: string[]
  /** Only clients that hold it, at one of the APIs. */
  scope?: string
  /** Only clients of this type. */
  type?: string
  /** Only clients that hold more scopes than this, over the APIs together. */
  moreThan?: number
}

const mostApis = 200

/** The filter an address asks for; what makes no sense is left out. */
export function matrixFilter(params: SearchParams): MatrixFilter {
  const moreThan = Number(textParam(params, 'more'))
  return {
    text: textParam(params, 'q')?.trim() ?? '',
    view: rowViews.find((view) => view === textParam(params, 'show')) ?? 'all',
    apis: wordParams(params, 'api', mostApis),
    scope: textParam(params, 'scope')?.trim() || undefined,
    type: textParam(params, 'type') || undefined,
    moreThan: Number.isSafeInteger(moreThan) && moreThan > 0 ? moreThan : undefined,
  }
}

/** The filter as the query of an address. */
export function filterQuery({ text, view, apis, scope, type, moreThan }: MatrixFilter): URLSearchParams {
  const query = new URLSearchParams()
  if (text) query.set('q', text)
  if (view !== 'all') query.set('show', view)
  if (apis.length > 0) query.set('api', apis.join(' '))
  if (scope) query.set('scope', scope)
  if (type) query.set('type', type)
  if (moreThan) query.set('more', String(moreThan))
  return query
}

/** The columns: the APIs that were asked for, or those that define the scope that was asked for, or all. */
export function apisShown(apis: readonly MatrixApi[], filter: MatrixFilter): MatrixApi[] {
  if (filter.apis.length > 0) return apis.filter(({ id }) => filter.apis.includes(id))
  const { scope } = filter
  return scope ? apis.filter(({ scopes }) => scopes.includes(scope)) : [...apis]
}

/**
 * Whether a client is a row: as the tenant has it, or as the draft would have it, so that no edit hides what it edits.
 * Where APIs were asked for, it is judged by these alone. `apis` are all there are.
 */
export function rowMatcher(
  apis: readonly MatrixApi[],
  held: Held,
  draft: Draft,
  filter: MatrixFilter,
): (client: MatrixClient) => boolean {
  const byIdentifier = new Map(apis.map((api) => [api.identifier, api]))
  const words = filter.text.toLowerCase()
  const wishes = Map.groupBy(draft.values(), ({ clientId }) => clientId)
  const { scope, moreThan } = filter
  const asked = new Set(filter.apis)

  type Accesses = ReadonlyMap<string, Access | null>
  const asHeld = (id: string): Accesses => held.get(id) ?? nothing
  const asWished = (id: string): Accesses =>
    new Map([...asHeld(id), ...(wishes.get(id) ?? []).map(({ audience, to }) => [audience, to] as const)])
  const either = ({ id }: MatrixClient, judge: (accesses: Accesses) => boolean) =>
    judge(asHeld(id)) || (wishes.has(id) && judge(asWished(id)))

  /** Whether one of the accesses that are judged is such. Asked for each of ten thousand clients, so without copies. */
  function some(accesses: Accesses, is: (access: Access, api: MatrixApi | undefined) => boolean) {
    for (const [audience, access] of accesses) {
      const api = byIdentifier.get(audience)
      const counts = asked.size === 0 || (api !== undefined && asked.has(api.id))
      if (access && counts && is(access, api)) return true
    }
    return false
  }

  const inView = (client: MatrixClient) => {
    if (filter.view === 'changed') return wishes.has(client.id)
    if (filter.view === 'without') return either(client, (own) => !some(own, () => true))
    if (filter.view === 'everything') return either(client, (own) => some(own, holdsEverything))
    return true
  }
  function holdsMoreThan(accesses: Accesses, scopes: number) {
    let total = 0
    return some(accesses, (access, api) => {
      total += api ? cellState(access, api).granted : 0
      return total > scopes
    })
  }

  return (client) =>
    (!words || `${client.name} ${client.id}`.toLowerCase().includes(words)) &&
    (!filter.type || client.type === filter.type) &&
    inView(client) &&
    (!scope || either(client, (own) => some(own, (access, api) => carries(access, api, scope)))) &&
    (!moreThan || either(client, (own) => holdsMoreThan(own, moreThan)))
}

/** How many rows each view would show, with the other filters as they are. */
export function countRows(
  { clients, apis }: AccessPicture,
  held: Held,
  draft: Draft,
  filter: MatrixFilter,
): Record<RowView, number> {
  const count = (view: RowView) => clients.filter(rowMatcher(apis, held, draft, { ...filter, view })).length
  return Object.fromEntries(rowViews.map((view) => [view, count(view)])) as Record<RowView, number>
}

const nothing: ReadonlyMap<string, Access> = new Map()

/** All scopes are those that the API defines. */
const carries = ({ scope: held, allScopes }: Access, api: MatrixApi | undefined, scope: string) =>
  allScopes ? Boolean(api?.scopes.includes(scope)) : held.includes(scope)

const holdsEverything = (access: Access, api: MatrixApi | undefined) =>
  api !== undefined &&
  (access.allScopes ||
    (api.scopes.length > 0 &&
      access.scope.length >= api.scopes.length &&
      cellState(access, api).fill === 'all'))
