import { Fragment } from 'react'
import type { Code } from '@/lib/quickstarts/code'
import { highlight, type Piece } from '@/lib/quickstarts/highlight'
import type { Grammar } from '@/lib/quickstarts/language'

/** Source text in colours, with what came from this tenant marked; highlighted on the server. */
export async function Snippet({ code, grammar }: { code: Code; grammar: Grammar | 'text' }) {
  const lines = await highlight(code, grammar)
  return lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its number
    <span key={index} className="ln">
      {line.map((piece, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nor has a piece of it
        <Fragment key={place}>{coloured(piece)}</Fragment>
      ))}
    </span>
  ))
}

function coloured({ text, kind, isValue }: Piece) {
  if (isValue) return <span className="v">{text}</span>
  return kind ? <span className={kind}>{text}</span> : text
}
