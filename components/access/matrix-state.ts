import type { Draft } from '@/lib/access/draft'

/** A cell by its place on screen. Row -1 is the head of a column, column -1 the head of a row. */
export type Place = { row: number; column: number }

export type MatrixState = {
  draft: Draft
  past: readonly Draft[]
  future: readonly Draft[]
  /** Where the keyboard is. */
  cursor: Place
  /** The other corner of what is selected. */
  anchor: Place
  /** Ids of the APIs that show their scopes. */
  open: ReadonlySet<string>
  /** What assistive technology is told about the last command. */
  said: string
}

export type MatrixEvent =
  | { type: 'move'; to: Place; extend: boolean }
  | { type: 'edit'; draft: Draft; said: string }
  | { type: 'paint'; draft: Draft }
  | { type: 'painted'; before: Draft; said: string }
  | { type: 'undo' }
  | { type: 'redo' }
  | { type: 'discard' }
  | { type: 'say'; said: string }
  | { type: 'open'; apiId: string; open: boolean }

const kept = 200

export const firstState = (draft: Draft, open: Iterable<string>): MatrixState => ({
  draft,
  past: [],
  future: [],
  cursor: { row: 0, column: 0 },
  anchor: { row: 0, column: 0 },
  open: new Set(open),
  said: '',
})

/** The matrix after something was done with it. Every edit can be taken back; where the cursor is can't. */
export function matrixReducer(state: MatrixState, event: MatrixEvent): MatrixState {
  switch (event.type) {
    case 'move':
      return { ...state, cursor: event.to, anchor: event.extend ? state.anchor : event.to, said: '' }
    case 'edit':
      return settled(state, state.draft, event.draft, event.said)
    case 'paint':
      return { ...state, draft: event.draft }
    case 'painted':
      return settled(state, event.before, state.draft, event.said)
    case 'discard':
      return settled(state, state.draft, new Map(), 'Draft discarded')
    case 'undo': {
      const before = state.past.at(-1)
      if (!before) return { ...state, said: 'Nothing to undo' }
      const future = [state.draft, ...state.future]
      return { ...state, draft: before, past: state.past.slice(0, -1), future, said: 'Undone' }
    }
    case 'redo': {
      const [after, ...future] = state.future
      if (!after) return { ...state, said: 'Nothing to redo' }
      return { ...state, draft: after, past: [...state.past, state.draft], future, said: 'Redone' }
    }
    case 'say':
      return { ...state, said: event.said }
    case 'open': {
      const open = new Set(state.open)
      if (event.open) open.add(event.apiId)
      else open.delete(event.apiId)
      return { ...state, open }
    }
  }
}

function settled(state: MatrixState, before: Draft, draft: Draft, said: string): MatrixState {
  if (before === draft) return { ...state, said }
  return { ...state, draft, past: [...state.past, before].slice(-kept), future: [], said }
}
