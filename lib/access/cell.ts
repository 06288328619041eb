import { type Access, sameAccess } from '../grants/grant'
import type { MatrixApi } from './picture'

/** What stands in a cell: none, some or all of the API's scopes, with the numbers. */
export type CellState = { fill: 'none' | 'some' | 'all'; granted: number; of: number }

/** An authorized client without a scope is "some" where there are scopes to have, and "all" where there are none. */
export function cellState(access: Access | null, { scopes }: MatrixApi): CellState {
  const of = scopes.length
  if (!access) return { fill: 'none', granted: 0, of }
  const granted = scopes.filter((scope) => holds(access, scope)).length
  return { fill: granted === of ? 'all' : 'some', granted, of }
}

/** Whether tokens of this access carry the scope. */
export const holds = (access: Access | null, scope: string) =>
  access !== null && (access.allScopes || access.scope.includes(scope))

/** How many scopes of the API a wish adds to what is held, and how many it takes away. */
export function gainAndLoss(held: Access | null, wanted: Access | null, { scopes }: MatrixApi) {
  let [gain, loss] = [0, 0]
  for (const scope of new Set([...scopes, ...(held?.scope ?? []), ...(wanted?.scope ?? [])])) {
    const [had, has] = [holds(held, scope), holds(wanted, scope)]
    if (has && !had) gain++
    if (had && !has) loss++
  }
  return { gain, loss }
}

/** Every scope that the API defines today. The system API's are never given all at once: they control the tenant. */
export const everything = ({ scopes }: MatrixApi): Access => ({ scope: [...scopes], allScopes: false })

/**
 * What one toggle of a whole cell leads to: all, then none, then what the tenant holds, and around. Undefined where
 * scopes have to be chosen one by one.
 */
export function toggled(
  held: Access | null,
  shown: Access | null,
  api: MatrixApi,
): Access | null | undefined {
  const { fill } = cellState(shown, api)
  if (fill === 'none') {
    if (held && cellState(held, api).fill === 'some') return held
    return api.isSystem ? undefined : everything(api)
  }
  if (fill === 'all' || api.isSystem) return null
  return everything(api)
}

/** With the scope added or taken away; taking the last one away revokes, unless an empty grant is what there was. */
export function withScope(
  held: Access | null,
  shown: Access | null,
  api: MatrixApi,
  scope: string,
  granted: boolean,
): Access | null {
  if (holds(shown, scope) === granted) return shown
  const before = shown?.allScopes ? api.scopes : (shown?.scope ?? [])
  const rest = before.filter((value) => value !== scope)
  const next = { scope: granted ? [...rest, scope] : rest, allScopes: false }
  if (next.scope.length > 0 || (held && sameAccess(held, next))) return next
  return null
}
