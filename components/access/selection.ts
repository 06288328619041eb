import type { Block } from '@/lib/access/block'
import type { MatrixColumn } from '@/lib/access/columns'
import type { MatrixClient } from '@/lib/access/picture'
import type { Place } from './matrix-state'

export type Grid = { clients: readonly MatrixClient[]; columns: readonly MatrixColumn[] }

/** From and to, both included. */
export type Span = { rows: [number, number]; columns: [number, number] }

/** A place that is in the grid, its heads included. */
export const within = ({ clients, columns }: Grid, { row, column }: Place): Place => ({
  row: Math.max(-1, Math.min(clients.length - 1, row)),
  column: Math.max(-1, Math.min(columns.length - 1, column)),
})

/** What is selected between two corners; a head stands for its whole row or column. */
export function spanOf({ clients, columns }: Grid, one: Place, other: Place): Span {
  const between = (a: number, b: number, last: number): [number, number] =>
    a === -1 || b === -1 ? [0, last] : [Math.min(a, b), Math.min(last, Math.max(a, b))]
  return {
    rows: between(one.row, other.row, clients.length - 1),
    columns: between(one.column, other.column, columns.length - 1),
  }
}

/** The cells of a span. */
export const blockOf = ({ clients, columns }: Grid, span: Span): Block => ({
  clients: clients.slice(span.rows[0], span.rows[1] + 1),
  columns: columns.slice(span.columns[0], span.columns[1] + 1),
})

/** The place a copied block is pasted over: the selection, or as much as was copied from the cursor on. */
export function pasteSpan(grid: Grid, span: Span, copied: readonly (readonly unknown[])[]): Span {
  const single = span.rows[0] === span.rows[1] && span.columns[0] === span.columns[1]
  if (!single) return span
  const [row, column] = [span.rows[0], span.columns[0]]
  const end = within(grid, {
    row: row + copied.length - 1,
    column: column + (copied[0]?.length ?? 1) - 1,
  })
  return { rows: [row, end.row], columns: [column, end.column] }
}
