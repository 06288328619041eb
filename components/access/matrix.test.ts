import { describe, expect, it } from 'vitest'
import type { MatrixColumn } from '@/lib/access/columns'
import type { Draft } from '@/lib/access/draft'
import { commandOf } from './keys'
import { firstState, type MatrixEvent, matrixReducer } from './matrix-state'
import { pasteSpan, spanOf, within } from './selection'

const api = { id: 'o', identifier: 'urn:o', name: 'Orders', scopes: [], isSystem: false }
const grid = {
  clients: ['a', 'b', 'c'].map((id) => ({ id, name: id, type: 'spa' })),
  columns: Array.from({ length: 4 }, (): MatrixColumn => ({ api, width: 100 })),
}

describe('a selection', () => {
  it('is the rectangle between two corners, whichever comes first', () => {
    const [one, other] = [
      { row: 2, column: 1 },
      { row: 0, column: 3 },
    ]
    expect(spanOf(grid, one, other)).toEqual({ rows: [0, 2], columns: [1, 3] })
    expect(spanOf(grid, other, one)).toEqual(spanOf(grid, one, other))
  })

  it('of a head is its whole row or column', () => {
    const [row, column] = [
      { row: 1, column: -1 },
      { row: -1, column: 2 },
    ]
    expect(spanOf(grid, row, row)).toEqual({ rows: [1, 1], columns: [0, 3] })
    expect(spanOf(grid, column, column)).toEqual({ rows: [0, 2], columns: [2, 2] })
  })

  it('stays in the grid', () => {
    expect(within(grid, { row: 99, column: -99 })).toEqual({ row: 2, column: -1 })
  })

  it('of one cell takes as much as was copied, as far as the grid goes; a larger one is filled', () => {
    const copied = [
      [1, 2],
      [3, 4],
    ]
    const one = { row: 2, column: 1 }
    expect(pasteSpan(grid, spanOf(grid, one, one), copied)).toEqual({ rows: [2, 2], columns: [1, 2] })
    const all = spanOf(grid, { row: 0, column: 0 }, { row: 2, column: 3 })
    expect(pasteSpan(grid, all, copied)).toBe(all)
  })
})

describe('a key', () => {
  const pressed = (key: string, held: Partial<Parameters<typeof commandOf>[0]> = {}) =>
    commandOf({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held })

  it('moves, and with Shift extends', () => {
    expect(pressed('ArrowDown')).toEqual({ kind: 'move', by: { row: 1, column: 0 }, extend: false })
    expect(pressed('ArrowLeft', { shiftKey: true })).toMatchObject({ extend: true })
  })

  it.each([
    [' ', {}, 'toggle'],
    ['Enter', {}, 'enter'],
    ['c', { metaKey: true }, 'copy'],
    ['v', { ctrlKey: true }, 'paste'],
    ['z', { ctrlKey: true }, 'undo'],
    ['Z', { ctrlKey: true, shiftKey: true }, 'redo'],
    ['Escape', {}, 'leave'],
  ])('%s with %j is %s', (key, held, kind) => {
    expect(pressed(key, held)).toEqual({ kind })
  })

  it('that is the browser’s stays so', () => {
    for (const [key, held] of [
      ['Tab', {}],
      ['f', { ctrlKey: true }],
      ['ArrowLeft', { altKey: true }],
    ] as const)
      expect(pressed(key, held)).toBeUndefined()
  })
})

describe('the state of the matrix', () => {
  const draftOf = (to: string): Draft =>
    new Map([
      ['a urn:o', { clientId: 'a', audience: 'urn:o', from: null, to: { scope: [to], allScopes: false } }],
    ])
  const stateAfter = (...events: MatrixEvent[]) => events.reduce(matrixReducer, firstState(new Map(), []))
  const edit = (to: string): MatrixEvent => ({ type: 'edit', draft: draftOf(to), said: `Granted ${to}` })

  it('goes back edit by edit and on again, until another edit is made', () => {
    expect(stateAfter(edit('x'), edit('y'), { type: 'undo' }).draft).toEqual(draftOf('x'))
    expect(stateAfter(edit('x'), edit('y'), { type: 'undo' }, { type: 'redo' }).draft).toEqual(draftOf('y'))
    expect(stateAfter(edit('x'), { type: 'undo' }, edit('z'), { type: 'redo' })).toMatchObject({
      draft: draftOf('z'),
      said: 'Nothing to redo',
    })
  })

  it('takes a stroke back as one edit, and a discarded draft too', () => {
    const [before, said] = [new Map(), 'Granted 2 cells']
    const paint = (to: string): MatrixEvent => ({ type: 'paint', draft: draftOf(to) })
    expect(
      stateAfter(paint('x'), paint('y'), { type: 'painted', before, said }, { type: 'undo' }).draft,
    ).toEqual(before)
    expect(stateAfter(edit('x'), { type: 'discard' }, { type: 'undo' }).draft).toEqual(draftOf('x'))
  })

  it('tells what was done, and forgets it when the cursor moves on', () => {
    const move: MatrixEvent = { type: 'move', to: { row: 1, column: 0 }, extend: true }
    expect(stateAfter({ type: 'say', said: 'Copied 2 cells' }).said).toBe('Copied 2 cells')
    expect(stateAfter(edit('x'), move)).toMatchObject({ said: '', cursor: { row: 1 }, anchor: { row: 0 } })
  })
})
