import type { Access } from '../grants/grant'
import { cellState, everything, holds, withScope } from './cell'
import type { MatrixColumn } from './columns'
import { type Draft, note, shownAccess } from './draft'
import { cellKey, type Held, heldAt, type MatrixApi, type MatrixClient } from './picture'

/** A rectangle of cells; rows and columns as they are on screen. */
export type Block = { clients: readonly MatrixClient[]; columns: readonly MatrixColumn[] }

type Matrix = { held: Held; draft: Draft; locked: Record<string, string> }

/** What an edit of several cells came to: cells that stay as they are say so. */
export type BlockEdit = { draft: Draft; refused: number; unchosen: number }

/** What one cell of a copied block says: whether all is granted, and for a whole API exactly what. */
export type CopiedCell = { granted: boolean; audience?: string; access?: Access | null }

/** Whether every cell of the block grants all that its column stands for. */
export const isFull = ({ held, draft }: Matrix, { clients, columns }: Block) =>
  clients.every(({ id }) =>
    columns.every(({ api, scope }) => {
      const shown = shownAccess(held, draft, id, api.identifier)
      return scope ? holds(shown, scope) : cellState(shown, api).fill === 'all'
    }),
  )

/** Grants all of the block, or takes all of it away. A whole system API is never granted by one stroke. */
export const setBlock = (matrix: Matrix, block: Block, granted: boolean): BlockEdit =>
  editBlock(matrix, block, () => ({ granted }))

/** The block as it is shown, row by row. */
export const copyBlock = ({ held, draft }: Matrix, { clients, columns }: Block): CopiedCell[][] =>
  clients.map(({ id }) =>
    columns.map(({ api, scope }) => {
      const access = shownAccess(held, draft, id, api.identifier)
      if (scope) return { granted: holds(access, scope) }
      return { granted: cellState(access, api).fill === 'all', audience: api.identifier, access }
    }),
  )

/**
 * Writes what was copied over the block, repeating it where the block is larger. Between different APIs a cell carries
 * over the scopes that both define.
 */
export const pasteBlock = (matrix: Matrix, block: Block, copied: readonly CopiedCell[][]): BlockEdit =>
  editBlock(matrix, block, (row, column) => {
    const line = copied[row % copied.length] ?? []
    return line[column % line.length]
  })

function editBlock(
  { held, draft, locked }: Matrix,
  { clients, columns }: Block,
  wish: (row: number, column: number) => CopiedCell | undefined,
): BlockEdit {
  const next = new Map(draft)
  let [refused, unchosen] = [0, 0]
  for (const [row, { id: clientId }] of clients.entries()) {
    for (const [column, { api, scope }] of columns.entries()) {
      const wanted = wish(row, column)
      const audience = api.identifier
      if (!wanted) continue
      if (cellKey(clientId, audience) in locked) {
        refused++
        continue
      }
      const shown = shownAccess(held, next, clientId, audience)
      const to = scope
        ? withScope(heldAt(held, clientId, audience), shown, api, scope, wanted.granted)
        : wholeCell(wanted, api)
      if (to === undefined) unchosen++
      else note(held, next, { clientId, audience, to })
    }
  }
  return { draft: next, refused, unchosen }
}

/** What a copied cell means for a whole API; undefined where scopes have to be chosen one by one. */
function wholeCell({ granted, audience, access }: CopiedCell, api: MatrixApi): Access | null | undefined {
  if (access === null || (!access && !granted)) return null
  if (access && audience === api.identifier) return access
  if (granted && !api.isSystem) return everything(api)
  if (!access) return undefined
  const scope = api.scopes.filter((value) => holds(access, value))
  return scope.length > 0 ? { scope, allScopes: false } : null
}
