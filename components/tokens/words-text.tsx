import { Fragment } from 'react'
import type { Words } from '@/lib/tokens/words'

/** A sentence whose identifiers stand in monospace. */
export function WordsText({ words }: { words: Words }) {
  return words.map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a piece of a sentence has no other name than its place
    <Fragment key={index}>
      {typeof piece === 'string' ? piece : <code className="wrap-anywhere">{piece.code}</code>}
    </Fragment>
  ))
}
