'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useCallback, useEffect, useId, useRef } from 'react'
import type { Held } from '@/lib/access/picture'
import { routes } from '@/lib/routes'
import { commandOf } from './keys'
import { MatrixHeads } from './matrix-heads'
import { MatrixRow } from './matrix-row'
import type { Matrix } from './use-matrix'
import { usePaint } from './use-paint'

const [rowHeight, headHeight, rowHeadWidth] = [36, 59, 200]
/** What the server renders, and what is there before the browser has measured: a desktop's worth. */
const firstRect = { width: 1180, height: 640 }

type Props = {
  matrix: Matrix
  /** How many rows there are, also of clients that are not here yet. */
  rows: number
  held: Held
  locked: Record<string, string>
  /** Other clients are still being read. */
  busy: boolean
  /** The page stands: rows may be kept ready beyond what is in sight. */
  standing: boolean
}

/** Clients by APIs, as many cells in the page as are in sight. One tab stop; arrows move, a pointer paints. */
export function MatrixGrid({ matrix, rows: rowCount, held, locked, busy, standing }: Props) {
  const { grid, cursor, span, state, dispatch } = matrix
  const { clients, columns } = grid
  const scroller = useRef<HTMLDivElement>(null)
  const router = useRouter()
  const id = useId()
  const paint = usePaint(matrix)

  // The virtualizer lays everything out anew, and every row is rendered, when one of these is another function.
  const rowKey = useCallback((index: number) => clients[index]?.id ?? index, [clients])
  const columnKey = useCallback(
    (index: number) => `${columns[index]?.api.id} ${columns[index]?.scope ?? ''}`,
    [columns],
  )
  const rows = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: rowKey,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
    initialRect: firstRect,
    overscan: standing ? 12 : 0,
  })
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => columns[index]?.width ?? 0,
    getItemKey: columnKey,
    paddingStart: rowHeadWidth,
    scrollPaddingStart: rowHeadWidth,
    initialRect: firstRect,
    overscan: standing ? 4 : 0,
  })
  useEffect(() => {
    if (cursor.row >= 0) rows.scrollToIndex(cursor.row)
    if (cursor.column >= 0) across.scrollToIndex(cursor.column)
  }, [cursor.row, cursor.column, rows, across])

  function onKeyDown(event: KeyboardEvent) {
    const command = commandOf(event)
    if (!command) return
    event.preventDefault()
    const client = clients[cursor.row]
    if (command.kind === 'enter' && cursor.column === -1 && client) router.push(routes.clientApis(client.id))
    else matrix.run(command)
  }

  const shownColumns = across.getVirtualItems()
  return (
    <div ref={scroller} className="matrix" style={{ scrollPaddingTop: headHeight }}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is edited is a grid
        role="grid"
        aria-label="Clients by APIs"
        aria-rowcount={rowCount + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable="true"
        aria-busy={busy}
        aria-activedescendant={`${id}${cursor.row}:${cursor.column}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        {...paint}
        style={{ width: across.getTotalSize(), height: rows.getTotalSize() }}
      >
        <MatrixHeads
          id={id}
          columns={columns}
          shown={shownColumns}
          cursor={cursor}
          open={state.open}
          onOpen={(apiId, open) => dispatch({ type: 'open', apiId, open })}
        />
        <tbody>
          {rows.getVirtualItems().map(({ index, start }) => {
            const client = clients[index]
            if (!client) return null
            const selected = index >= span.rows[0] && index <= span.rows[1]
            return (
              <MatrixRow
                key={client.id}
                id={id}
                row={index}
                top={start}
                client={client}
                held={held}
                draft={state.draft}
                locked={locked}
                columns={columns}
                shown={shownColumns}
                cursor={cursor.row === index ? cursor.column : undefined}
                selected={selected ? span.columns : undefined}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
