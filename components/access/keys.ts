import type { Place } from './matrix-state'

/** What a key asks of the matrix. */
export type Command =
  | { kind: 'move'; by: Place; extend: boolean }
  | { kind: 'toggle' | 'enter' | 'copy' | 'paste' | 'undo' | 'redo' | 'leave' }

const far = 1_000_000
const pageRows = 15

const moves: Record<string, Place> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  PageUp: { row: -pageRows, column: 0 },
  PageDown: { row: pageRows, column: 0 },
  Home: { row: 0, column: -far },
  End: { row: 0, column: far },
}

type Key = { key: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; altKey: boolean }

/** The keys of a grid: https://www.w3.org/WAI/ARIA/apg/patterns/grid/; undefined for what is the browser's. */
export function commandOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Key): Command | undefined {
  if (altKey) return undefined
  const held = ctrlKey || metaKey
  if (held && key === 'Home') return { kind: 'move', by: { row: -far, column: -far }, extend: shiftKey }
  if (held && key === 'End') return { kind: 'move', by: { row: far, column: far }, extend: shiftKey }
  const by = moves[key]
  if (by && !held) return { kind: 'move', by, extend: shiftKey }
  if (held)
    switch (key.toLowerCase()) {
      case 'c':
        return { kind: 'copy' }
      case 'v':
        return { kind: 'paste' }
      case 'y':
        return { kind: 'redo' }
      case 'z':
        return { kind: shiftKey ? 'redo' : 'undo' }
      default:
        return undefined
    }
  if (key === ' ') return { kind: 'toggle' }
  if (key === 'Enter') return { kind: 'enter' }
  return key === 'Escape' ? { kind: 'leave' } : undefined
}
