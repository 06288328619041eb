import { formatNumber } from '../number-text'

/** A sentence in pieces: prose, and what is to be read to the letter (scopes, identifiers, parameters). */
export type Words = (string | { code: string })[]

/** What stands in a sentence to the letter. */
export const code = (text: string) => ({ code: text })

/** A sentence: plain strings put in are prose (names), `code` is not, and lists of pieces stay what they are. */
export function words(
  strings: TemplateStringsArray,
  ...parts: (string | number | Words[number] | Words)[]
): Words {
  return strings
    .flatMap((text, index) => {
      const part = parts[index]
      return [text, ...(part === undefined ? [] : Array.isArray(part) ? part : [part])]
    })
    .map((piece) => (typeof piece === 'number' ? formatNumber(piece) : piece))
    .filter((piece) => piece !== '')
}

/** "`a`, `b` and `c`"; of more than four the first three and the number of the others. */
export function listed(texts: string[]): Words {
  const shown = texts.length > 4 ? texts.slice(0, 3) : texts
  const parts = shown.length < texts.length ? [...shown, `${texts.length - shown.length} more`] : shown
  return parts.flatMap((text, index): Words => {
    const separator = index === 0 ? [] : [index === parts.length - 1 ? ' and ' : ', ']
    return [...separator, index < shown.length ? code(text) : text]
  })
}

/** The sentence as plain text. */
export const plain = (pieces: Words) =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : piece.code)).join('')
