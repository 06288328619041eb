'use client'

import { type PointerEvent, useRef } from 'react'
import type { Draft } from '@/lib/access/draft'
import { editInWords } from './edit-words'
import type { Place } from './matrix-state'
import { spanOf } from './selection'
import type { Matrix } from './use-matrix'

type Stroke = { from: Place; before: Draft; granted: boolean; moved: boolean }

/**
 * A click toggles a cell, a drag gives every cell it covers what the first one got, Shift extends from the last one.
 * From a head a drag selects rows or columns and changes nothing.
 */
export function usePaint(matrix: Matrix) {
  const { state, dispatch, grid, isFull, paint, toggle } = matrix
  const stroke = useRef<Stroke>(undefined)

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    const place = placeOf(event.target)
    if (!place || event.button !== 0 || event.pointerType === 'touch') return
    if (isHead(place)) return dispatch({ type: 'move', to: place, extend: event.shiftKey })
    const granted = !isFull(spanOf(grid, place, place))
    if (event.shiftKey) {
      event.preventDefault()
      paint(state.draft, state.anchor, place, isFull(spanOf(grid, state.anchor, state.anchor)))
      return
    }
    dispatch({ type: 'move', to: place, extend: false })
    stroke.current = { from: place, before: state.draft, granted, moved: false }
  }

  function onPointerMove(event: PointerEvent<HTMLElement>) {
    const place = placeOf(event.target)
    if (place && event.buttons === 1 && isHead(state.anchor) && isHead(place) && !isSame(place, state.cursor))
      return dispatch({ type: 'move', to: place, extend: true })
    const current = stroke.current
    if (!current || !place || event.buttons !== 1) return
    if (!current.moved && isSame(place, current.from)) return
    current.moved = true
    paint(current.before, current.from, place, current.granted)
  }

  function onPointerUp(event: PointerEvent<HTMLElement>) {
    const current = stroke.current
    stroke.current = undefined
    if (!current?.moved) return
    const over = spanOf(grid, current.from, placeOf(event.target) ?? current.from)
    const verb = current.granted ? 'Granted' : 'Taken away'
    const said = editInWords(verb, grid, over, { refused: 0, unchosen: 0 })
    dispatch({ type: 'painted', before: current.before, said })
    painted.current = true
  }

  /** A drag ends with a click on the cell where it ends, which must not toggle that one again. */
  const painted = useRef(false)

  function onClick(event: { target: EventTarget; shiftKey: boolean }) {
    const place = placeOf(event.target)
    const afterStroke = painted.current
    painted.current = false
    if (!place || afterStroke || event.shiftKey || isHead(place)) return
    dispatch({ type: 'move', to: place, extend: false })
    toggle(spanOf(grid, place, place))
  }

  return { onPointerDown, onPointerMove, onPointerUp, onClick }
}

const isHead = ({ row, column }: Place) => row < 0 || column < 0
const isSame = (one: Place, other: Place) => one.row === other.row && one.column === other.column

/** The cell below the pointer. */
function placeOf(target: EventTarget): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : undefined
}
