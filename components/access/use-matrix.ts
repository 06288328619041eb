'use client'

import { useMemo, useReducer, useRef } from 'react'
import { type BlockEdit, type CopiedCell, copyBlock, isFull, pasteBlock, setBlock } from '@/lib/access/block'
import { toggled } from '@/lib/access/cell'
import { columnsOf } from '@/lib/access/columns'
import { type Draft, edited, mostChanges, shownAccess } from '@/lib/access/draft'
import { apisShown, type MatrixFilter, rowMatcher } from '@/lib/access/filter'
import { type AccessPicture, cellKey, type Held, heldAt } from '@/lib/access/picture'
import { formatNumber } from '@/lib/number-text'
import { editInWords } from './edit-words'
import type { Command } from './keys'
import { firstState, matrixReducer, type Place } from './matrix-state'
import { blockOf, type Grid, pasteSpan, type Span, spanOf, within } from './selection'

const stillReading = 'The other clients are still being read.'
const tooMany = `a draft holds at most ${formatNumber(mostChanges)}`

/**
 * The matrix as it is edited: what is shown, what is selected, and the draft with its way back. `rows` is how many
 * there are in all, if that is known; while some are not here yet, one can be edited and no more.
 */
export function useMatrix(picture: AccessPicture, held: Held, filter: MatrixFilter, first: Draft, rows = 0) {
  const { locked } = picture
  const [state, dispatch] = useReducer(matrixReducer, undefined, () =>
    firstState(first, filter.scope ? apisShown(picture.apis, filter).map(({ id }) => id) : []),
  )
  const copied = useRef<CopiedCell[][]>(undefined)
  const { draft, open } = state

  const byIdentifier = useMemo(() => new Map(picture.apis.map((api) => [api.identifier, api])), [picture])
  const columns = useMemo(() => columnsOf(apisShown(picture.apis, filter), open), [picture, filter, open])
  // A draft hides no row that it edits, so rows are looked for anew only when filters or the picture change.
  const clients = useMemo(
    () => picture.clients.filter(rowMatcher(picture.apis, held, draft, filter)),
    [picture, held, filter, draft],
  )
  const grid: Grid = { clients, columns }
  const cursor = within(grid, state.cursor)
  const span = spanOf(grid, within(grid, state.anchor), cursor)
  const matrix = { held, draft, locked }

  const isPart = rows > clients.length
  const isUnread = (over: Span) => isPart && over.rows[1] > over.rows[0]
  function edit({ draft: next, ...left }: BlockEdit, over: Span, verb: string) {
    if (isUnread(over)) return dispatch({ type: 'say', said: stillReading })
    if (next.size > mostChanges)
      return dispatch({ type: 'say', said: `That would be ${formatNumber(next.size)} changes; ${tooMany}.` })
    dispatch({ type: 'edit', draft: next, said: editInWords(verb, grid, over, left) })
  }

  /** All of it, or none of it when all of it is there; a single API's cell also comes back to what is held. */
  function toggle(over: Span) {
    const block = blockOf(grid, over)
    const [client, column] = [block.clients[0], block.columns[0]]
    const single = block.clients.length === 1 && block.columns.length === 1
    if (
      client &&
      column &&
      single &&
      !column.scope &&
      !(cellKey(client.id, column.api.identifier) in locked)
    ) {
      const audience = column.api.identifier
      const shown = shownAccess(held, draft, client.id, audience)
      const to = toggled(heldAt(held, client.id, audience), shown, column.api)
      if (to === undefined) return dispatch({ type: 'open', apiId: column.api.id, open: true })
      const next = edited(held, draft, [{ clientId: client.id, audience, to }])
      return edit({ draft: next, refused: 0, unchosen: 0 }, over, to ? 'Granted' : 'Taken away')
    }
    fill(over, !isFull(matrix, block))
  }

  /** All of it, or none of it. */
  const fill = (over: Span, granted: boolean) =>
    edit(setBlock(matrix, blockOf(grid, over), granted), over, granted ? 'Granted' : 'Taken away')

  function run(command: Command) {
    switch (command.kind) {
      case 'move': {
        const to = { row: cursor.row + command.by.row, column: cursor.column + command.by.column }
        dispatch({ type: 'move', to: within(grid, to), extend: command.extend })
        if (isPart && to.row >= clients.length) dispatch({ type: 'say', said: stillReading })
        return
      }
      case 'toggle':
        return toggle(span)
      case 'enter': {
        const api = columns[cursor.column]?.api
        return api && dispatch({ type: 'open', apiId: api.id, open: !open.has(api.id) })
      }
      case 'copy':
        copied.current = copyBlock(matrix, blockOf(grid, span))
        return dispatch({ type: 'say', said: editInWords('Copied', grid, span, { refused: 0, unchosen: 0 }) })
      case 'paste': {
        if (!copied.current) return dispatch({ type: 'say', said: 'Nothing was copied yet' })
        const over = pasteSpan(grid, span, copied.current)
        return edit(pasteBlock(matrix, blockOf(grid, over), copied.current), over, 'Pasted over')
      }
      case 'undo':
      case 'redo':
        return dispatch({ type: command.kind })
      case 'leave':
        return dispatch({ type: 'move', to: cursor, extend: false })
    }
  }

  /** What a pointer that is dragged from one place to another makes of the draft that it found. */
  function paint(before: Draft, from: Place, to: Place, granted: boolean) {
    const over = spanOf(grid, within(grid, from), within(grid, to))
    if (isUnread(over)) return
    dispatch({ type: 'move', to: within(grid, to), extend: true })
    const painted = setBlock({ held, draft: before, locked }, blockOf(grid, over), granted).draft
    if (painted.size <= mostChanges) dispatch({ type: 'paint', draft: painted })
  }

  return {
    state,
    dispatch,
    grid,
    cursor,
    span,
    byIdentifier,
    run,
    toggle,
    fill,
    paint,
    isFull: (over: Span) => isFull(matrix, blockOf(grid, over)),
  }
}

export type Matrix = ReturnType<typeof useMatrix>
